package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.quality.Gate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Work on tables with its end as a run tells it, whatever goes wrong. */
final class Steps {
    private final SparkSession spark;
    private final Progress progress;
    private final Gate gate;

    Steps(SparkSession spark, Progress progress, Gate gate) {
        this.spark = spark;
        this.progress = progress;
        this.gate = gate;
    }

    /** Why a table is not worked at all. */
    static Optional<StepResult> blocked(Table table, List<StepReport> inputs) {
        var stopped = inputs.stream()
                .filter(input -> !input.result().outcome().letsDependentsRun())
                .filter(input -> table instanceof GoldTable || input.result().outcome() != Outcome.WAITING)
                .map(input -> input.table() + " " + input.result().outcome().word())
                .toList();
        return stopped.isEmpty()
                ? Optional.empty()
                : Optional.of(StepResult.of(Outcome.BLOCKED, String.join(", ", stopped)));
    }

    void started(Table table) {
        progress.started(table.layer().word(), table.table().toString());
    }

    StepReport ended(Table table, double seconds, StepResult result) {
        var told = result.and(gate.releases(table));
        var report = new StepReport(table.layer().word(), table.table().toString(), seconds, told);
        progress.ended(report);
        return report;
    }

    StepResult result(Table table, Supplier<StepResult> work) {
        return tried(table, () -> Optional.of(work.get())).orElseThrow();
    }

    /** The same for work that may not have come to an end yet. */
    Optional<StepResult> tried(Table table, Supplier<Optional<StepResult>> work) {
        try {
            return work.get().map(Steps::accounted);
        } catch (Exception | Error problem) {
            // Checked ones too: Scala throws them where Java expects none.
            return Optional.of(failed(table, problem));
        }
    }

    private static StepResult accounted(StepResult result) {
        return result.counts().addUp()
                ? result
                : new StepResult(
                        Outcome.FAILED,
                        ExitCode.NEEDS_A_PERSON,
                        result.counts(),
                        List.of("its rows do not add up: " + result.counts()
                                + ". Keep the run's log and ask for help."));
    }

    private StepResult failed(Table table, Throwable problem) {
        if (spark.sparkContext().isStopped()) {
            return StepResult.failed(ExitCode.SAFE_TO_RERUN, "interrupted; the next run goes on from here");
        }
        return Failures.refusal(problem)
                .map(refusal -> StepResult.failed(refusal.exitCode(), String.valueOf(refusal.getMessage())))
                .orElseGet(() -> {
                    progress.defect(table.table().toString(), problem);
                    return StepResult.failed(
                            ExitCode.DEFECT, "a defect: " + problem.getClass().getSimpleName());
                });
    }
}
