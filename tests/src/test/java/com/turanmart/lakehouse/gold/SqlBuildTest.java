package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Yaml;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.quality.Releases;
import com.turanmart.lakehouse.spark.TestSession;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlBuildTest {
    private static final Run RUN = new Run("r-1", LocalDate.of(2026, 5, 4), Instant.parse("2026-05-05T01:00:00Z"));
    private static final GoldTable MART = Yaml.read(GoldTable.class, """
            {table: gold.loans_daily, description: Loans., owner: lending, group: lending, inputs: [silver.loans],
             grain: [day], unit: day, touched: {silver.loans: day}}
            """);
    private static final Map<TableName, String> SQL =
            Map.of(MART.table(), "SELECT day, count(*) AS loans FROM silver.loans GROUP BY day");

    /** L4: nobody has audited what the fresh rows would be over the other one's. */
    @Test
    void nothingIsCommittedOverATableThatWasWrittenSinceItWasStaged(@TempDir Path root) {
        var session = TestSession.SPARK.newSession();
        var tables = new Tables(session, TestSession.storage(root));
        tables.create(
                TableName.parse("silver.loans"),
                TestSession.SPARK.sql("SELECT DATE '2026-05-04' AS day, 1 AS id"),
                Stamp.ofInputs(RUN, Map.of()),
                Map.of());
        var gate = new Gate(RUN, tables, List.of(MART), new Releases(List.of()));
        try (var build = new SqlBuild(session, tables, gate, List.of(MART), SQL, Set.of())) {
            assertThat(build.stage(RUN, MART)).isEmpty();
            tables.create(
                    MART.table(),
                    TestSession.SPARK.sql("SELECT DATE '2026-05-03' AS day, 7L AS loans"),
                    Stamp.ofInputs(RUN, Map.of()),
                    Map.of());

            assertThatThrownBy(() -> build.commit(RUN, MART))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("gold.loans_daily was written while it was staged, by a rollback or another run."
                            + " Nothing of it was committed: end the other one, then run again.");
        }
        assertThat(tables.version(MART.table())).hasValue(0);
    }
}
