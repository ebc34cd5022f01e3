package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.not;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.quarantine.Quarantine;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Rules;
import com.turanmart.lakehouse.silver.transform.Versions;

/** Takes into one silver table what its bronze table has gained since the last time. */
public final class SilverLoad {
    private final Tables tables;

    public SilverLoad(Tables tables) {
        this.tables = tables;
    }

    public StepResult load(Run run, SilverTable table) {
        try (var memory = new Memory()) {
            var step = new Step(run, tables, table, memory);
            var mode = Mode.of(step);
            return News.of(tables, table, mode)
                    .map(news -> load(step, mode, news))
                    .orElseGet(() -> StepResult.of(Outcome.UNCHANGED));
        }
    }

    private static StepResult load(Step step, Mode mode, News news) {
        var table = step.table();
        var typed = step.memory().keep(Judgement.stated(table, news.rows()));
        var sorted = Judgement.sort(table, typed);
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
                .put(step.run(), news.decisions(), Judgement.quarantined(sorted.broken()), batch.broken());
        var decision = mode.decide(sorted.sound());
        if (!decision.holds().isEmpty()) {
            return StepResult.of(Outcome.HELD, Counts.NONE, decision.holds());
        }
        var verdict = Rules.judge(table.quality(), decision.rows().where(not(Versions.isGone())));
        if (verdict.holds()) {
            return StepResult.of(Outcome.HELD, Counts.NONE, verdict.lines());
        }
        var commit = mode.write(decision, Stamp.ofInputs(step.run(), news.taken()));
        return StepResult.of(Outcome.LOADED, batch.counts(decision, commit), verdict.lines());
    }
}
