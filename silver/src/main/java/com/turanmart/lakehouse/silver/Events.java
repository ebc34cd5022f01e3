package com.turanmart.lakehouse.silver;

import static com.turanmart.lakehouse.silver.transform.Repetitions.DRIFTED;
import static com.turanmart.lakehouse.silver.transform.Repetitions.FRESH;
import static com.turanmart.lakehouse.silver.transform.Repetitions.KEPT;
import static com.turanmart.lakehouse.silver.transform.Repetitions.PLACE;
import static com.turanmart.lakehouse.silver.transform.Repetitions.REMEMBERED;
import static com.turanmart.lakehouse.silver.transform.Repetitions.REPEATS;
import static com.turanmart.lakehouse.silver.transform.Repetitions.REPEATS_FRESH;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.sql.Names;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.core.table.Merge;
import com.turanmart.lakehouse.silver.transform.Repetitions;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The mode append: of events that repeat each other the first one stands in the table. Only files whose times lie
 * within the declared days of a new event are read, and a file is written again only where an earlier copy came late.
 */
final class Events implements Mode {
    private final Step step;
    private final Write.Append append;
    private final TableName repetitions;

    Events(Step step, Write.Append append) {
        this.step = step;
        this.append = append;
        repetitions = step.beside("repeated");
    }

    @Override
    public Decision decide(Dataset<Row> sound) {
        var fresh = sound.select(Names.columns(step.table().kept()));
        var marked = step.memory().keep(Repetitions.marked(step.table(), known(fresh)));
        var outdone = col(PLACE).equalTo(KEPT).and(col(REPEATS));
        var added = col(PLACE).equalTo(FRESH).and(not(col(REPEATS)));
        var rows = marked.where(outdone.or(added))
                .withColumn(Versions.STATE, when(added, lit(Versions.THERE)).otherwise(lit(Versions.DELETED)));
        var implied = marked.where(outdone).count();
        var first = marked.where(col(PLACE).equalTo(FRESH).and(not(col(REPEATS_FRESH))));
        return new Decision(marked, rows, first.count() + implied, implied, List.of());
    }

    /** The fresh events with those of their keys that can repeat them, or that they can repeat. */
    private Dataset<Row> known(Dataset<Row> fresh) {
        var placed = fresh.withColumn(PLACE, lit(FRESH));
        if (!step.has(step.table().table())) {
            return placed;
        }
        var near = KeyRange.of(fresh, append.time()).widened(append.withinDays());
        var sameKey = expr(Names.equal(step.table().grain(), "kept", "fresh"));
        var kept = step.tables().read(step.table().table()).where(near.holds());
        if (kept.inputFiles().length > 0) {
            placed = placed.unionByName(kept.as("kept")
                    .join(fresh.as("fresh"), sameKey, "left_semi")
                    .withColumn(PLACE, lit(KEPT)));
        }
        if (step.has(repetitions)) {
            var remembered = step.tables().read(repetitions).where(near.holds()).as("kept");
            placed = placed.unionByName(
                    remembered.join(fresh.as("fresh"), sameKey, "left_semi").withColumn(PLACE, lit(REMEMBERED)), true);
        }
        return placed;
    }

    @Override
    public Commit write(Decision decision, Stamp stamp) {
        remember(decision.sound().where(DRIFTED));
        var table = step.table();
        var rows = Names.columns(table.kept());
        var added = decision.rows().where(not(Versions.isGone())).select(rows);
        if (!step.has(table.table())) {
            return step.create(added, stamp);
        }
        if (decision.implied() == 0) {
            return step.tables().append(table.table(), added, stamp, List.of());
        }
        var range = KeyRange.of(decision.rows(), append.time());
        return step.tables()
                .merge(
                        table.table(),
                        Merge.of(
                                        decision.rows()
                                                .select(Names.columns(
                                                        Names.union(table.kept(), List.of(Versions.STATE)))),
                                        range.holds("kept") + " AND " + Names.equal(table.grain(), "kept", "fresh")
                                                + " AND " + Names.same(table.kept(), "kept", "fresh"))
                                .deleteWhen(Versions.gone("fresh"))
                                .insertWhen(Versions.there("fresh")),
                        stamp);
    }

    private void remember(Dataset<Row> drifted) {
        var ofARepetition = Names.union(step.table().grain(), List.of(append.time()));
        var fresh = drifted.select(Names.columns(ofARepetition)).distinct();
        if (!fresh.isEmpty()) {
            var range = KeyRange.of(fresh, append.time());
            step.addBeside(repetitions, fresh, range);
        }
    }
}
