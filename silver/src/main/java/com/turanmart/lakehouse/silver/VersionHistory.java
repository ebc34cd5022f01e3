package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.sql.Names;
import com.turanmart.lakehouse.core.table.Merge;
import com.turanmart.lakehouse.silver.transform.Lifetimes;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every version that a table ever had, with its lifetime. The lifetimes of a key are drawn anew from all that is known
 * of it, so that it does not matter when a version or a delete comes, nor how often.
 */
final class VersionHistory {
    private final Step step;
    private final Versions versions;
    private final KeyRange range;

    VersionHistory(Step step, Versions versions, KeyRange range) {
        this.step = step;
        this.versions = versions;
        this.range = range;
    }

    void remember(TableName history, Dataset<Row> told, Optional<Dataset<Row>> deaths) {
        var table = step.table();
        var kept = step.has(history)
                ? Optional.of(step.memory()
                        .keep(step.tables()
                                .read(history)
                                .where(range.holds())
                                .as("kept")
                                .join(told.as("fresh"), expr(versions.sameKey("kept", "fresh")), "left_semi")))
                : Optional.<Dataset<Row>>empty();
        var all = told.where(not(Versions.isGone())).select(Names.columns(columns(table)));
        if (kept.isPresent()) {
            var known = kept.get().withColumn(Versions.STATE, lit(Versions.THERE));
            all = all.unionByName(known.select(Names.columns(columns(table))));
        }
        if (deaths.isPresent()) {
            all = all.unionByName(deaths.get(), true);
        }
        var lifetimes = step.memory().keep(Lifetimes.of(table, all));
        if (kept.isEmpty()) {
            step.createBeside(history, lifetimes);
            return;
        }
        var changes = step.without(lifetimes, kept.get(), Names.same(Lifetimes.columns(table), "kept", "fresh"));
        step.mergeBeside(
                history,
                Merge.of(
                                changes,
                                range.holds("kept") + " AND " + versions.sameKey("kept", "fresh") + " AND "
                                        + Names.same(table.kept(), "kept", "fresh"))
                        .updateWhen("true")
                        .insertWhen("true"));
    }

    private static List<String> columns(SilverTable table) {
        return Names.union(table.kept(), List.of(Versions.STATE));
    }
}
