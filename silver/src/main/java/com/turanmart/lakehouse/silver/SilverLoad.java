package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

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
import com.turanmart.lakehouse.silver.privacy.KeyMark;
import com.turanmart.lakehouse.silver.privacy.Personal;
import com.turanmart.lakehouse.silver.transform.Typed;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
        if (tables.version(table.table()).isPresent()) {
            KeyMark.requireSame(table, tables.read(table.table()).schema());
        }
        var source = tables.incarnation(input);
        var taken = tables.stamp(table.table())
                .flatMap(stamp -> Optional.ofNullable(stamp.inputs().get(source)));
        if (taken.equals(Optional.of(to.getAsLong()))) {
            return StepResult.of(Outcome.UNCHANGED);
        }
        // The first time takes the table as it stands: the changes since its beginning may be cleaned up by then.
        var news = taken.map(version -> tables.changes(input, version, to.getAsLong()))
                .orElseGet(() -> tables.read(input, to.getAsLong()));
        var stamp = Stamp.ofInputs(run, Map.of(source, to.getAsLong()));
        var typed = Typed.rows(table, news).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return load(run, table, typed, stamp);
        } finally {
            typed.unpersist();
        }
    }

    private StepResult load(Run run, SilverTable table, Dataset<Row> typed, Stamp stamp) {
        var versions = new Versions(table.stored());
        var sorted = sort(table.quality(), typed);
        var latest = versions.latest(Personal.without(table, sorted.sound())).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            var batch = Batch.measure(table, typed, sorted, latest);
            if (batch.read() != batch.sound() + batch.broken()) {
                throw new Refusal(
                        ExitCode.NEEDS_A_PERSON,
                        table.table() + ": of " + batch.read() + " rows read, " + batch.sound() + " are sound and "
                                + batch.broken()
                                + " broken; the others are lost. Nothing was written: keep the run's log"
                                + " and ask for help before the next run.");
            }
            new Quarantine(tables, table.table())
                    .replace(
                            run,
                            sorted.broken()
                                    .select(
                                            col("_file"),
                                            col("_line"),
                                            col("_file_sha256"),
                                            col("_broken").as("_reason"),
                                            col(Typed.FAULT_COLUMN).as("_column"),
                                            col(Typed.FAULT_RAW).as("_raw")),
                            batch.brokenFiles());
            var verdict = Rules.judge(table.quality(), latest.where(not(col(Versions.GONE))));
            if (verdict.holds()) {
                return StepResult.of(Outcome.HELD, Counts.NONE, verdict.lines());
            }
            table.twin().ifPresent(twin -> writeTwin(run, twin, Personal.twin(table, sorted.sound()), stamp));
            var commit = write(run, table.stored(), versions, latest, batch.keyRange(), stamp);
            return StepResult.of(Outcome.LOADED, batch.counts(commit), verdict.lines());
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

    /** Before the table itself, so that no pseudonym is without its clear value; writing it twice changes nothing. */
    private void writeTwin(Run run, SilverTable twin, Dataset<Row> rows, Stamp stamp) {
        var versions = new Versions(twin);
        write(run, twin, versions, versions.latest(rows), "", stamp);
    }

    private Commit write(
            Run run, SilverTable table, Versions versions, Dataset<Row> latest, String keyRange, Stamp stamp) {
        var tombstones = new Tombstones(tables, table, versions);
        if (!latest.where(col(Versions.GONE)).isEmpty()) {
            tombstones.remember(run, latest);
        }
        var fresh = tombstones.without(latest);
        if (tables.version(table.table()).isEmpty()) {
            var kept =
                    versions.kept().stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
            return tables.append(
                    table.table(), fresh.where(not(col(Versions.GONE))).select(kept), stamp, List.of());
        }
        var merge = new Merge(
                fresh,
                keyRange + versions.sameKey("kept", "fresh"),
                Optional.of("fresh." + Versions.GONE + " AND " + versions.notBefore("fresh", "kept")),
                "NOT fresh." + Versions.GONE + " AND " + versions.after("fresh", "kept"),
                "NOT fresh." + Versions.GONE);
        return tables.merge(table.table(), merge, stamp);
    }
}
