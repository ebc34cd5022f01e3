package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Yaml;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.quality.Releases;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlBuildTest {
    private static final Run RUN = new Run("r-1", LocalDate.of(2026, 5, 4), Instant.parse("2026-05-05T01:00:00Z"));

    @TempDir
    private Path root;

    private SparkSession session;
    private Tables tables;

    @BeforeEach
    void lendSomething() {
        session = TestSession.SPARK.newSession();
        tables = new Tables(session, TestSession.storage(root));
        tables.create(
                TableName.parse("silver.loans"),
                TestSession.SPARK.sql("SELECT DATE '2026-05-04' AS day, 1 AS id"),
                Stamp.ofInputs(RUN, Map.of()),
                Map.of());
    }

    /** L4: nobody has audited what the fresh rows would be over the other one's. */
    @Test
    void nothingIsCommittedOverATableThatWasWrittenSinceItWasStaged() {
        var mart = mart("gold.loans_daily", "RowCount >= 0");
        try (var build = build(mart)) {
            assertThat(build.stage(RUN, mart)).isEmpty();
            tables.create(
                    mart.table(),
                    TestSession.SPARK.sql("SELECT DATE '2026-05-03' AS day, 7L AS loans"),
                    Stamp.ofInputs(RUN, Map.of()),
                    Map.of());

            assertThatThrownBy(() -> build.commit(RUN, mart))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("gold.loans_daily was written while it was staged, by a rollback or another run."
                            + " Nothing of it was committed: end the other one, then run again.");
        }
        assertThat(tables.version(mart.table())).hasValue(0);
    }

    @Test
    void whatWasHeldOfARestrictedMartIsKeptWhereOnlyTheSamePeopleRead() {
        var held = stage(mart("restricted.loans_daily", "RowCount > 1"));

        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.notes()).last().asString().endsWith("kept in restricted.held_restricted_loans_daily.");
        assertThat(tables.read(TableName.parse("restricted.held_restricted_loans_daily"))
                        .collectAsList())
                .extracting(row -> row.mkString(" "))
                .containsExactly("2026-05-04 1 r-1");
        assertThat(root.resolve("quarantine")).doesNotExist();
    }

    @Test
    void aMartStaysHeldWhenItsRowsCannotBeKept() throws IOException {
        Files.writeString(root.resolve("quarantine"), "where the folder would be");

        var held = stage(mart("gold.loans_daily", "RowCount > 1"));

        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.notes())
                .last()
                .asString()
                .contains("What would have been could not be kept in quarantine.held_gold_loans_daily: ");
        assertThat(tables.version(TableName.parse("gold.loans_daily"))).isEmpty();
    }

    /** Delta's snapshots hold on to the session; what its views lead to would stay with it. */
    @Test
    void whatABuildShowsItsQueriesEndsWithIt() {
        var mart = mart("gold.loans_daily", "RowCount >= 0");
        try (var build = build(mart)) {
            assertThat(build.stage(RUN, mart)).isEmpty();
            assertThat(session.catalog().listTables().count()).isPositive();
        }
        assertThat(session.catalog().listTables().count()).isZero();
    }

    private StepResult stage(GoldTable mart) {
        try (var build = build(mart)) {
            return build.stage(RUN, mart).orElseThrow();
        }
    }

    private SqlBuild build(GoldTable mart) {
        var gate = new Gate(RUN, tables, List.of(mart), new Releases(List.of()));
        var sql = Map.of(mart.table(), "SELECT day, count(*) AS loans FROM silver.loans GROUP BY day");
        return new SqlBuild(session, tables, gate, List.of(mart), sql, Set.of());
    }

    private static GoldTable mart(String name, String rule) {
        return Yaml.read(GoldTable.class, """
                {table: %s, description: Loans., owner: lending, group: lending, inputs: [silver.loans],
                 grain: [day], unit: day, touched: {silver.loans: day}, quality: {block: [%s]}}
                """.formatted(name, rule));
    }
}
