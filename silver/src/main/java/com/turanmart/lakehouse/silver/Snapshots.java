package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.sql.Names;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The mode snapshot: the latest full list of each scope stands in the table. A list is all rows of its date, also of
 * those that came in earlier runs. The dates of all lists are remembered, so that a late older one changes nothing.
 */
final class Snapshots implements Mode {
    static final String DATE = "_data_date";

    private final Step step;
    private final Write.Snapshot snapshot;
    private final Versions versions;
    private final List<String> ofAList;
    private final TableName lists;

    Snapshots(Step step, Write.Snapshot snapshot) {
        this.step = step;
        this.snapshot = snapshot;
        versions = new Versions(step.table());
        ofAList = Names.union(snapshot.scope(), List.of(DATE));
        lists = step.beside("lists");
    }

    @Override
    public Dataset<Row> seen(Dataset<Row> news, Supplier<Dataset<Row>> all) {
        var dates = news.select(col(DATE).cast("string")).distinct().collectAsList().stream()
                .map(row -> "DATE '" + row.getString(0) + "'")
                .collect(Collectors.joining(", "));
        return dates.isEmpty() ? news : all.get().where(DATE + " IN (" + dates + ")");
    }

    @Override
    public Decision decide(Dataset<Row> sound) {
        var listed = step.memory().keep(versions.latest(sound, DATE));
        var latest = step.memory()
                .keep(known(listed)
                        .groupBy(Names.columns(snapshot.scope()))
                        .agg(max(DATE).as(DATE)));
        var fresh = listed.as("listed")
                .join(latest.as("latest"), expr(Names.equal(ofAList, "listed", "latest")), "left_semi");
        if (!step.has(step.table().table())) {
            return decision(listed, fresh, Optional.empty());
        }
        var scopes = fresh.select(Names.columns(snapshot.scope())).distinct();
        var now = step.memory()
                .keep(step.tables()
                        .read(step.table().table())
                        .as("kept")
                        .join(scopes.as("fresh"), expr(Names.equal(snapshot.scope(), "kept", "fresh")), "left_semi"));
        return decision(listed, fresh, Optional.of(now));
    }

    private Decision decision(Dataset<Row> listed, Dataset<Row> fresh, Optional<Dataset<Row>> now) {
        var there = fresh.select(Names.columns(Names.union(step.table().kept(), List.of(Versions.STATE))));
        if (now.isEmpty()) {
            var rows = step.memory().keep(there);
            return new Decision(listed, rows, rows.count(), 0, List.of());
        }
        var absent = now.get()
                .as("kept")
                .join(there.as("fresh"), expr(versions.sameKey("kept", "fresh")), "left_anti")
                .withColumn(Versions.STATE, lit(Versions.DELETED));
        var rows = step.memory().keep(there.unionByName(absent));
        var implied = rows.where(Versions.isGone()).count();
        return new Decision(listed, rows, rows.count(), implied, new ShareOfList(snapshot).holds(fresh, now.get()));
    }

    /** Every list that there is, with its scope and date. */
    private Dataset<Row> known(Dataset<Row> listed) {
        var fresh = listed.select(Names.columns(ofAList)).distinct();
        return step.has(lists) ? fresh.unionByName(step.tables().read(lists)).distinct() : fresh;
    }

    @Override
    public Commit write(Decision decision, Stamp stamp) {
        var table = step.table();
        if (table.history().isPresent()) {
            new SnapshotHistory(step, snapshot)
                    .remember(table.history().get(), decision.sound(), known(decision.sound()));
        }
        var fresh = decision.sound().select(Names.columns(ofAList)).distinct();
        step.addBeside(lists, fresh, KeyRange.of(fresh, DATE));
        if (!step.has(table.table())) {
            return step.create(decision.rows().select(Names.columns(table.kept())), stamp);
        }
        var range = KeyRange.of(decision.rows(), table.grain().get(0));
        var changes = step.without(
                decision.rows(),
                step.tables().read(table.table()).where(range.holds()),
                Versions.there("fresh") + " AND " + Names.same(table.kept(), "kept", "fresh"));
        return step.merge(
                Step.toState(changes, range.holds("kept") + " AND " + versions.sameKey("kept", "fresh")), stamp);
    }
}
