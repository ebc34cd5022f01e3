package com.turanmart.lakehouse.silver;

import static com.turanmart.lakehouse.core.conf.SilverTable.VALID_FROM;
import static com.turanmart.lakehouse.core.conf.SilverTable.VALID_TO;
import static com.turanmart.lakehouse.silver.Snapshots.DATE;
import static com.turanmart.lakehouse.silver.transform.SnapshotLifetimes.DATES;
import static com.turanmart.lakehouse.silver.transform.SnapshotLifetimes.NEW_DATES;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.sql.Names;
import com.turanmart.lakehouse.silver.transform.Lifetimes;
import com.turanmart.lakehouse.silver.transform.SnapshotLifetimes;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What full lists said of each key and when; only lifetimes that a new list can cut or join are read. */
final class SnapshotHistory {
    private final Step step;
    private final Write.Snapshot snapshot;

    SnapshotHistory(Step step, Write.Snapshot snapshot) {
        this.step = step;
        this.snapshot = snapshot;
    }

    /**
     * @param listed the whole lists of the dates in question
     * @param lists every list that there is
     */
    void remember(TableName history, Dataset<Row> listed, Dataset<Row> lists) {
        var table = step.table();
        // One row for each scope: Spark, which does not know, would multiply both sides where there is no scope.
        var calendars = broadcast(step.memory().keep(calendars(listed, lists)));
        if (!step.has(history)) {
            var none = listed.withColumn(VALID_FROM, col(DATE))
                    .withColumn(VALID_TO, col(DATE))
                    .where(lit(false));
            step.createBeside(history, SnapshotLifetimes.of(table, none, listed, calendars));
            return;
        }
        var near = near(calendars);
        var kept = step.memory()
                .keep(step.tables()
                        .read(history)
                        .as("kept")
                        .where(near)
                        .join(
                                calendars.as("fresh"),
                                expr(Names.equal(snapshot.scope(), "kept", "fresh")),
                                "left_semi"));
        var lifetimes = step.memory().keep(SnapshotLifetimes.of(table, kept, listed, calendars));
        var changed = step.without(lifetimes, kept, Names.same(Lifetimes.columns(table), "kept", "fresh"));
        var ofALifetime = Names.union(table.grain(), List.of(VALID_FROM));
        var gone = kept.as("kept")
                .join(lifetimes.as("fresh"), expr(Names.equal(ofALifetime, "kept", "fresh")), "left_anti")
                .withColumn(Versions.STATE, lit(Versions.DELETED));
        var fresh = step.memory()
                .keep(changed.withColumn(Versions.STATE, lit(Versions.THERE)).unionByName(gone));
        step.mergeBeside(history, Step.toState(fresh, near + " AND " + Names.equal(ofALifetime, "kept", "fresh")));
    }

    private Dataset<Row> calendars(Dataset<Row> listed, Dataset<Row> lists) {
        var scope = snapshot.scope();
        var fresh = listed.groupBy(Names.columns(scope))
                .agg(sort_array(collect_set(DATE)).as(NEW_DATES));
        var all = lists.groupBy(Names.columns(scope))
                .agg(sort_array(collect_set(DATE)).as(DATES));
        return fresh.as("fresh")
                .join(all.as("lists"), expr(Names.equal(scope, "fresh", "lists")))
                .select("fresh.*", "lists." + DATES);
    }

    /** SQL: a lifetime that is kept touches the time from a new date to the date after it. */
    private static String near(Dataset<Row> calendars) {
        var ends = calendars
                .selectExpr(
                        "array_min(" + NEW_DATES + ") AS first",
                        "array_min(filter(" + DATES + ", d -> d > array_max(" + NEW_DATES + "))) AS next")
                .selectExpr("CAST(min(first) AS STRING)", "CAST(max(next) AS STRING)", "count_if(next IS NULL)")
                .first();
        var notBefore = "(kept." + VALID_TO + " IS NULL OR kept." + VALID_TO + " >= DATE '" + ends.getString(0) + "')";
        return ends.getLong(2) > 0
                ? notBefore
                : notBefore + " AND kept." + VALID_FROM + " <= DATE '" + ends.getString(1) + "'";
    }
}
