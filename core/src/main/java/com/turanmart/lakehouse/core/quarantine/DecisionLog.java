package com.turanmart.lakehouse.core.quarantine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Tables;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Every decision about a quarantined row with its author and reason, append only: {@code ops.quarantine_decisions}. */
public final class DecisionLog {
    private static final TableName LOG = new TableName(Zone.OPS, "quarantine_decisions");

    private final Tables tables;

    public DecisionLog(Tables tables) {
        this.tables = tables;
    }

    /**
     * Decides the same about some rows of one table, in one commit.
     *
     * @param moment of a person, not of a night: an id and a time
     * @param rows of the table's {@link Quarantine}
     */
    public void add(Run moment, TableName table, Dataset<Row> rows, Action action, String because, String by) {
        var decisions = rows.select(
                col("_id").as("id"),
                lit(table.toString()).as("table"),
                lit(action.word()).as("action"),
                lit(because).as("because"),
                lit(by).as("author"),
                lit(Timestamp.from(moment.startedAt())).as("at"),
                col("_file").as("file"),
                col("_line").as("line"),
                col("_file_sha256").as("file_sha256"));
        tables.append(LOG, decisions.coalesce(1), Stamp.ofInputs(moment, Map.of()), List.of());
    }

    /** The last decision about each row of a table. */
    public Decisions about(TableName table) {
        var version = tables.version(LOG);
        if (version.isEmpty()) {
            return Decisions.NONE;
        }
        var last = row_number()
                .over(Window.partitionBy("id").orderBy(col("_commit_version").desc()));
        var latest = tables.changes(LOG, -1, version.getAsLong())
                .where(col("table").equalTo(table.toString()))
                .withColumn("_last", last)
                .where("_last = 1")
                .select("id", "action", "because", "author", "at", "file", "line", "file_sha256", "_commit_version")
                .collectAsList();
        return new Decisions(
                tables.incarnation(LOG),
                version.getAsLong(),
                latest.stream().map(DecisionLog::decision).toList());
    }

    private static Decision decision(Row row) {
        return new Decision(
                row.getString(0),
                Action.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                new Origin(row.getString(5), row.getLong(6), row.getString(7)),
                row.getLong(8));
    }
}
