package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.Quarantine;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Rules;
import com.turanmart.lakehouse.quality.Sorted;
import com.turanmart.lakehouse.silver.transform.KeyChanges;
import com.turanmart.lakehouse.silver.transform.Typed;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
        var source = tables.incarnation(input);
        var taken = tables.stamp(table.table())
                .flatMap(stamp -> Optional.ofNullable(stamp.inputs().get(source)));
        if (taken.equals(Optional.of(to.getAsLong()))) {
            return StepResult.of(Outcome.UNCHANGED);
        }
        try (var memory = new Memory()) {
            var step = new Step(run, tables, table, memory);
            var mode = Mode.of(step);
            // The first time takes the table as it stands: the changes since its beginning may be cleaned up by then.
            var rows = taken.map(version -> mode.seen(
                            tables.changes(input, version, to.getAsLong()), () -> tables.read(input, to.getAsLong())))
                    .orElseGet(() -> tables.read(input, to.getAsLong()));
            return load(step, mode, rows, Stamp.ofInputs(run, Map.of(source, to.getAsLong())));
        }
    }

    private static StepResult load(Step step, Mode mode, Dataset<Row> rows, Stamp stamp) {
        var table = step.table();
        var typed = step.memory().keep(new Versions(table).stated(Typed.rows(table, KeyChanges.in(table, rows))));
        var sorted = sort(table, typed);
        var batch = Batch.measure(typed, sorted);
        if (!batch.addsUp()) {
            throw new Refusal(
                    ExitCode.NEEDS_A_PERSON,
                    table.table() + ": of " + batch.read() + " rows read, " + batch.sound() + " are sound and "
                            + batch.broken()
                            + " broken; the others are lost. Nothing was written: keep the run's log"
                            + " and ask for help before the next run.");
        }
        new Quarantine(step.tables(), table.table())
                .replace(
                        step.run(),
                        sorted.broken()
                                .select(
                                        col("_file"),
                                        col("_line"),
                                        col("_file_sha256"),
                                        col("_broken").as("_reason")),
                        batch.brokenFiles());
        var decision = mode.decide(sorted.sound());
        if (!decision.holds().isEmpty()) {
            return StepResult.of(Outcome.HELD, Counts.NONE, decision.holds());
        }
        var verdict = Rules.judge(table.quality(), decision.rows().where(not(Versions.isGone())));
        if (verdict.holds()) {
            return StepResult.of(Outcome.HELD, Counts.NONE, verdict.lines());
        }
        var commit = mode.write(decision, stamp);
        return StepResult.of(Outcome.LOADED, batch.counts(decision, commit), verdict.lines());
    }

    /** Rows that cannot be typed are broken before any rule is asked; a delete is only asked for its key. */
    private static Sorted sort(SilverTable table, Dataset<Row> typed) {
        var rows = typed.where(not(Versions.isGone()));
        var deletes = typed.where(Versions.isGone());
        var sorted = Rules.sort(table.quality(), rows.where(col(Typed.FAULT).isNull()));
        return new Sorted(
                sorted.sound().unionByName(deletes.where(col(Typed.KEY_FAULT).isNull())),
                sorted.broken().unionByName(broken(rows, Typed.FAULT)).unionByName(broken(deletes, Typed.KEY_FAULT)));
    }

    private static Dataset<Row> broken(Dataset<Row> rows, String fault) {
        return rows.where(col(fault).isNotNull()).withColumn("_broken", col(fault));
    }
}
