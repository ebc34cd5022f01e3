package com.turanmart.lakehouse.core.quarantine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What was decided about the rows of one table, as the log stood at one version of it. A release is an input of the
 * table: how far the table has taken them stands in its stamp.
 *
 * @param log the log's incarnation; empty while nothing was ever decided
 * @param version of the log; below zero while there is none
 * @param latest the last decision about each row
 */
public record Decisions(String log, long version, List<Decision> latest) {
    /** Where nothing was ever decided. */
    public static final Decisions NONE = new Decisions("", -1, List.of());

    private static final long NONE_TAKEN = -1;
    /** Where a quarantined row is in its life, a word of {@link State}. */
    public static final String STATE = "_state";

    private static final StructType DECIDED = new StructType()
            .add("_id", DataTypes.StringType)
            .add("_action", DataTypes.StringType)
            .add("_decided", DataTypes.LongType);
    private static final StructType LINES =
            new StructType().add("_file_sha256", DataTypes.StringType).add("_line", DataTypes.LongType);

    /** How far a step that sees these decisions has come, for its stamp. */
    public Map<String, Long> position() {
        return version < 0 ? Map.of() : Map.of(log, version);
    }

    /** Rows whose release a table has not taken yet. */
    public List<Origin> releasedSince(Map<String, Long> taken) {
        var since = taken.getOrDefault(log, NONE_TAKEN);
        return latest.stream()
                .filter(decision -> decision.action() == Action.RELEASE && decision.version() > since)
                .map(Decision::origin)
                .toList();
    }

    /** Rows of an input without those that were discarded. */
    public Dataset<Row> withoutDiscarded(Dataset<Row> rows) {
        var discarded = latest.stream()
                .filter(decision -> decision.action() == Action.DISCARD)
                .map(Decision::origin)
                .toList();
        return discarded.isEmpty()
                ? rows
                : rows.join(lines(rows, discarded), LINES.fieldNames(), "left_anti")
                        .select(columns(rows));
    }

    /** The rows of an input that were sent there. */
    public static Dataset<Row> rowsOf(List<Origin> origins, Dataset<Row> rows) {
        var files = origins.stream().map(Origin::sha256).distinct().toArray();
        return rows.where(col("_file_sha256").isin(files))
                .join(lines(rows, origins), LINES.fieldNames(), "left_semi")
                .select(columns(rows));
    }

    /**
     * Quarantined rows with their state.
     *
     * @param taken the inputs that the table has taken, as its stamp says it
     */
    public Dataset<Row> states(Dataset<Row> quarantined, Map<String, Long> taken) {
        var decided = quarantined
                .sparkSession()
                .createDataFrame(
                        latest.stream()
                                .map(decision -> RowFactory.create(
                                        decision.id(), decision.action().word(), decision.version()))
                                .toList(),
                        DECIDED);
        var since = taken.getOrDefault(log, NONE_TAKEN);
        var state = when(col("_action").equalTo(Action.DISCARD.word()), State.DISCARDED.word())
                // It was tried again and put aside again.
                .when(col("_action").isNull().or(col("_decided").leq(col(Quarantine.DECISIONS))), State.OPEN.word())
                .when(col("_decided").gt(since), State.RELEASED.word())
                .otherwise(State.RESOLVED.word());
        return quarantined
                .join(decided, List.of("_id").toArray(String[]::new), "left")
                .withColumn(STATE, state)
                .drop("_action", "_decided");
    }

    /** A join by names puts these first. */
    private static org.apache.spark.sql.Column[] columns(Dataset<Row> rows) {
        return List.of(rows.columns()).stream()
                .map(name -> col("`" + name + "`"))
                .toArray(org.apache.spark.sql.Column[]::new);
    }

    private static Dataset<Row> lines(Dataset<Row> rows, List<Origin> origins) {
        var lines = origins.stream()
                .map(origin -> RowFactory.create(origin.sha256(), origin.line()))
                .distinct()
                .toList();
        return rows.sparkSession().createDataFrame(lines, LINES);
    }
}
