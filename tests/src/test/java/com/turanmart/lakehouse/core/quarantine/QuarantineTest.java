package com.turanmart.lakehouse.core.quarantine;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.spark.TestSession;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
    private static final TableName LOANS = TableName.parse("silver.loans");
    private static final TableName ASIDE = TableName.parse("quarantine.silver_loans");
    private static final Run RUN = new Run("r-1", LocalDate.EPOCH, Instant.EPOCH);
    private static final StructType GIVEN = new StructType()
            .add("_file", DataTypes.StringType)
            .add("_line", DataTypes.LongType)
            .add("_file_sha256", DataTypes.StringType)
            .add("_reason", DataTypes.StringType)
            .add("_column", DataTypes.StringType)
            .add("_raw", DataTypes.StringType);

    @TempDir
    private Path root;

    private Tables tables;
    private Quarantine quarantine;

    @BeforeEach
    void open() {
        tables = TestSession.tables(root);
        quarantine = new Quarantine(tables, LOANS);
    }

    @Test
    void anAttemptThatCameToNothingIsReplacedAndWhatIsCommittedStays() {
        put("late", 2, 3);
        put("late", 2);
        commit();
        put("early", 4);
        put("early", 5, 6);

        assertThat(aside()).containsExactly("late 2", "early 5", "early 6");

        put("never");
        assertThat(aside()).containsExactly("late 2");

        commit();
        var version = tables.version(ASIDE);
        put("never");
        assertThat(tables.version(ASIDE)).isEqualTo(version);
    }

    @Test
    void aRowHasTheSameIdWheneverItIsPutAsideAndItsLastDecisionCounts() {
        put("late", 2, 3, 4, 5);
        commit();
        var ids = ids();
        var log = new DecisionLog(tables);
        decide(log, Action.RELEASE, ids.get(0));
        decide(log, Action.RELEASE, ids.get(1), ids.get(2));
        decide(log, Action.DISCARD, ids.get(2));
        var decisions = log.about(LOANS);

        assertThat(states(decisions, Map.of())).containsExactly("2 released", "3 released", "4 discarded", "5 open");
        assertThat(states(decisions, Map.of(decisions.log(), 0L)))
                .as("the first decision is taken")
                .containsExactly("2 resolved", "3 released", "4 discarded", "5 open");
        assertThat(decisions.releasedSince(Map.of(decisions.log(), 0L)))
                .extracting(Origin::line)
                .containsExactly(3L);
        assertThat(decisions.withoutDiscarded(rows("", 3, 4, 5)).select("_line").collectAsList())
                .extracting(row -> row.getLong(0))
                .containsExactlyInAnyOrder(3L, 5L);

        put("later still", 2, 3);

        assertThat(ids()).isEqualTo(ids);
        assertThat(states(decisions, decisions.position()))
                .as("what was tried again and put aside again is open again")
                .containsExactly("2 open", "3 open", "4 discarded", "5 open");
        assertThat(log.about(TableName.parse("silver.members")).latest()).isEmpty();
    }

    private void decide(DecisionLog log, Action action, String... ids) {
        var meant = quarantine.rows().orElseThrow().where(col("_id").isin((Object[]) ids));
        log.add(
                new Run("d-" + action + ids[0], LocalDate.EPOCH, Instant.EPOCH),
                LOANS,
                meant,
                action,
                "a reason",
                "me");
    }

    private void put(String reason, long... lines) {
        quarantine.put(RUN, new DecisionLog(tables).about(LOANS), rows(reason, lines), lines.length);
    }

    private void commit() {
        tables.append(LOANS, TestSession.SPARK.range(1).toDF("id"), Stamp.ofInputs(RUN, Map.of()), List.of());
    }

    private List<String> aside() {
        return tables.read(ASIDE).orderBy("_line").collectAsList().stream()
                .map(row -> row.getAs("_reason") + " " + row.getAs("_line"))
                .toList();
    }

    private List<String> ids() {
        return quarantine.rows().orElseThrow().orderBy("_line").collectAsList().stream()
                .map(row -> row.<String>getAs("_id"))
                .toList();
    }

    private List<String> states(Decisions decisions, Map<String, Long> taken) {
        return decisions.states(quarantine.rows().orElseThrow(), taken).orderBy("_line").collectAsList().stream()
                .map(row -> row.getAs("_line") + " " + row.getAs("_state"))
                .toList();
    }

    private static Dataset<Row> rows(String reason, long... lines) {
        return TestSession.rows(
                GIVEN,
                Arrays.stream(lines)
                        .mapToObj(line -> RowFactory.create("a.csv", line, "sha", reason, null, null))
                        .toList());
    }
}
