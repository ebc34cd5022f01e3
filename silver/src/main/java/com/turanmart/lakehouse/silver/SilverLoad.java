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
import com.turanmart.lakehouse.core.table.Memory;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Candidate;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.silver.privacy.KeyMark;
import com.turanmart.lakehouse.silver.privacy.Personal;
import com.turanmart.lakehouse.silver.transform.Versions;

/** Takes into one silver table what its bronze table has gained since the last time. */
public final class SilverLoad {
    private final Tables tables;
    private final Gate gate;

    public SilverLoad(Tables tables, Gate gate) {
        this.tables = tables;
        this.gate = gate;
    }

    public StepResult load(Run run, SilverTable table) {
        if (KeyMark.isIn(table) && tables.version(table.table()).isPresent()) {
            KeyMark.requireSame(table, tables.read(table.table()).schema());
        }
        try (var memory = new Memory()) {
            var step = new Step(run, tables, table.stored(), memory);
            var mode = Mode.of(step);
            return News.of(tables, table, mode)
                    .map(news -> load(table, step, mode, news))
                    .orElseGet(() -> StepResult.of(Outcome.UNCHANGED));
        }
    }

    private StepResult load(SilverTable table, Step step, Mode mode, News news) {
        KeyMark.requireKeys(table);
        var typed = step.memory().keep(Judgement.stated(table, news.rows()));
        var sorted = Judgement.sort(table, typed);
        var rows = Personal.without(table, sorted.sound());
        var clear = Personal.twin(table, sorted.sound());
        var twin = table.twin().map(step::ofTwin);
        step.requireShape(rows);
        twin.ifPresent(beside -> beside.requireShape(clear));
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
        var decision = mode.decide(rows);
        if (!decision.holds().isEmpty()) {
            return StepResult.of(Outcome.HELD, Counts.NONE, decision.holds());
        }
        var verdict = gate.judge(Candidate.batch(table, decision.rows().where(not(Versions.isGone()))));
        if (verdict.holds()) {
            return StepResult.of(Outcome.HELD, Counts.NONE, verdict.lines());
        }
        var stamp = Stamp.ofInputs(step.run(), news.taken());
        // Before the table itself, so that no pseudonym is without its clear value; writing it twice changes nothing.
        twin.map(Mode::of).ifPresent(beside -> beside.write(beside.decide(clear), stamp));
        var commit = mode.write(decision, stamp);
        return StepResult.of(Outcome.LOADED, batch.counts(decision, commit), verdict.lines());
    }
}
