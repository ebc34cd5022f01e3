package com.turanmart.lakehouse.core.quarantine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Tables;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Rows that a table could not take, in {@code quarantine.<zone>_<table>}: one entry each time that a row is put aside.
 * Entries are written before the table's own commit and say after which version of it: an attempt that never gets to
 * its commit leaves entries that the next attempt replaces.
 */
public final class Quarantine {
    /** The columns that a layer gives: where the row stands, why it is here, and what was sent, cut and never private. */
    public static final List<String> GIVEN = List.of("_file", "_line", "_file_sha256", "_reason", "_column", "_raw");

    /** The table's last version before the attempt that put the row aside; below zero before its first one. */
    public static final String AFTER_VERSION = "_after_version";

    /** The version of the decisions that the attempt saw. */
    public static final String DECISIONS = "_decisions_version";

    private static final int ID_DIGITS = 16;
    private static final long NO_VERSION = -1;

    private final Tables tables;
    private final TableName table;
    private final TableName quarantine;

    public Quarantine(Tables tables, TableName table) {
        this.tables = tables;
        this.table = table;
        quarantine = new TableName(Zone.QUARANTINE, table.zone().word() + "_" + table.name());
    }

    /**
     * Puts rows aside for the commit that the table makes next, in place of what an earlier attempt at that commit put
     * aside. A table that begins anew begins its quarantine anew: it reads everything again.
     *
     * @param seen the decisions that the attempt acts upon
     * @param rows with the columns {@link #GIVEN}
     * @param count of these rows
     */
    public void put(Run run, Decisions seen, Dataset<Row> rows, long count) {
        var after = tables.stampedVersion(table);
        var exists = tables.version(quarantine).isPresent();
        var position =
                after.isPresent() ? Map.of(tables.incarnation(table), after.getAsLong()) : Map.<String, Long>of();
        var stamp = Stamp.ofInputs(run, position);
        var entries = entries(run, seen, rows, after.orElse(NO_VERSION));
        if (exists && after.isEmpty()) {
            tables.replace(quarantine, entries, stamp, List.of(), Map.of());
        } else if (exists && tables.stamp(quarantine).map(Stamp::inputs).equals(Optional.of(stamp.inputs()))) {
            tables.replaceWhere(quarantine, entries, AFTER_VERSION + " = " + after.getAsLong(), stamp, List.of());
        } else if (count > 0) {
            tables.append(quarantine, entries, stamp, List.of());
        }
    }

    /** The latest entry of each row; empty when nothing was ever put aside. */
    public Optional<Dataset<Row>> rows() {
        if (tables.version(quarantine).isEmpty()) {
            return Optional.empty();
        }
        var latest = row_number()
                .over(Window.partitionBy("_id")
                        .orderBy(col(AFTER_VERSION).desc(), col("_at").desc()));
        return Optional.of(tables.read(quarantine)
                .withColumn("_rank", latest)
                .where("_rank = 1")
                .drop("_rank"));
    }

    private Dataset<Row> entries(Run run, Decisions seen, Dataset<Row> rows, long after) {
        var ordinal =
                row_number().over(Window.partitionBy("_file_sha256", "_line").orderBy("_column", "_reason", "_raw"));
        var id = concat_ws("\n", lit(table.toString()), col("_file_sha256"), col("_line"), col("_ordinal"));
        return rows.select(GIVEN.stream().map(name -> col(name)).toArray(Column[]::new))
                .withColumn("_ordinal", ordinal)
                .withColumn("_id", substring(sha2(id, 256), 1, ID_DIGITS))
                .withColumn("_run_id", lit(run.id()))
                .withColumn("_at", lit(Timestamp.from(run.startedAt())))
                .withColumn(AFTER_VERSION, lit(after))
                .withColumn(DECISIONS, lit(seen.version()))
                .select(
                        "_id",
                        "_file",
                        "_line",
                        "_file_sha256",
                        "_reason",
                        "_column",
                        "_raw",
                        "_run_id",
                        "_at",
                        AFTER_VERSION,
                        DECISIONS)
                .coalesce(1);
    }
}
