package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.core.table.Merge;
import com.turanmart.lakehouse.core.table.Quarantine;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Rules;
import com.turanmart.lakehouse.quality.Sorted;
import com.turanmart.lakehouse.silver.transform.Typed;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** Takes into one silver table what its bronze table has gained since the last time. */
public final class SilverLoad {
    private final Tables tables;

    public SilverLoad(Tables tables) {
        this.tables = tables;
    }

    public StepResult load(Run run, SilverTable table) {
        var input = table.inputs().get(0);
        var to = tables.version(input);
        if (to.isEmpty()) {
            return StepResult.of(Outcome.UNCHANGED);
        }
        var taken = tables.stamp(table.table())
                .map(stamp -> stamp.inputs().getOrDefault(input.toString(), -1L))
                .orElse(-1L);
        if (taken == to.getAsLong()) {
            return StepResult.of(Outcome.UNCHANGED);
        }
        var stamp = Stamp.ofInputs(run, Map.of(input.toString(), to.getAsLong()));
        var typed =
                Typed.rows(table, tables.changes(input, taken, to.getAsLong())).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return load(run, table, typed, stamp);
        } finally {
            typed.unpersist();
        }
    }

    private StepResult load(Run run, SilverTable table, Dataset<Row> typed, Stamp stamp) {
        var versions = new Versions(table);
        var sorted = sort(table.quality(), typed);
        var latest = versions.latest(sorted.sound()).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            var quarantined = quarantine(run, table, sorted.broken());
            var verdict = Rules.judge(table.quality(), latest.where(functions.not(col(Versions.GONE))));
            var notes = new ArrayList<>(verdict.lines());
            if (verdict.holds()) {
                return StepResult.of(Outcome.HELD, Counts.NONE, notes);
            }
            var tombstones = new Tombstones(tables, table, versions);
            tombstones.remember(run, latest);
            var commit = write(table, versions, tombstones.without(latest), stamp);
            var sound = sorted.sound().count();
            if (sound + quarantined != typed.count()) {
                throw new Refusal(
                        ExitCode.NEEDS_A_PERSON,
                        table.table() + ": of " + typed.count() + " rows read, " + sound + " are sound and "
                                + quarantined
                                + " quarantined. Rows were lost: keep the run's log and ask for help before the next run.");
            }
            var counts = counts(sound, quarantined, latest.count(), commit);
            return StepResult.of(Outcome.LOADED, counts, notes);
        } finally {
            latest.unpersist();
        }
    }

    /** Rows that cannot be typed are broken before any rule is asked. */
    private static Sorted sort(Quality quality, Dataset<Row> typed) {
        var untypable = typed.where(col(Typed.FAULT).isNotNull()).withColumn("_broken", col(Typed.FAULT));
        var sorted = Rules.sort(quality, typed.where(col(Typed.FAULT).isNull()));
        return new Sorted(sorted.sound(), sorted.broken().unionByName(untypable));
    }

    private long quarantine(Run run, SilverTable table, Dataset<Row> broken) {
        var rows = broken.select(
                        col("_file"),
                        col("_line"),
                        col("_file_sha256"),
                        col("_broken").as("_reason"))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            var files = rows.groupBy("_file_sha256").count().collectAsList();
            new Quarantine(tables, table.table())
                    .replace(
                            run,
                            rows,
                            files.stream().map(row -> row.getString(0)).toList());
            return files.stream().mapToLong(row -> row.getLong(1)).sum();
        } finally {
            rows.unpersist();
        }
    }

    private Commit write(SilverTable table, Versions versions, Dataset<Row> fresh, Stamp stamp) {
        var kept =
                versions.kept().stream().map(name -> col("`" + name + "`")).toArray(org.apache.spark.sql.Column[]::new);
        if (tables.version(table.table()).isEmpty()) {
            return tables.append(
                    table.table(),
                    fresh.where(functions.not(col(Versions.GONE))).select(kept),
                    stamp,
                    List.of());
        }
        var merge = new Merge(
                fresh,
                keyRange(table, fresh) + versions.sameKey("kept", "fresh"),
                Optional.of("fresh." + Versions.GONE + " AND " + versions.notBefore("fresh", "kept")),
                "NOT fresh." + Versions.GONE + " AND " + versions.after("fresh", "kept"),
                "NOT fresh." + Versions.GONE);
        return tables.merge(table.table(), merge, stamp);
    }

    /** A merge skips files only by literals: the range of the first key column of what has come. */
    private static String keyRange(SilverTable table, Dataset<Row> fresh) {
        var key = table.grain().get(0);
        var range = fresh.agg(
                        min("`" + key + "`").cast("string"),
                        max("`" + key + "`").cast("string"))
                .first();
        if (range.isNullAt(0)) {
            return "";
        }
        var type = fresh.schema().apply(key).dataType().sql();
        return "kept.`" + key + "` BETWEEN " + literal(range.getString(0), type) + " AND "
                + literal(range.getString(1), type) + " AND ";
    }

    private static String literal(String text, String type) {
        return "CAST('" + text.replace("\\", "\\\\").replace("'", "\\'") + "' AS " + type + ")";
    }

    private static Counts counts(long sound, long quarantined, long latest, Commit commit) {
        var appended = commit.count("numOutputRows");
        var merged = commit.counts().containsKey("numTargetRowsInserted");
        var inserted = merged ? commit.count("numTargetRowsInserted") : appended;
        var updated = commit.count("numTargetRowsUpdated");
        var deleted = commit.count("numTargetRowsDeleted");
        return new Counts(
                sound + quarantined,
                inserted,
                updated,
                deleted,
                latest - inserted - updated - deleted,
                sound - latest,
                quarantined);
    }
}
