package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.not;

import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.sql.Names;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The modes merge and cdc: of each key the latest version stands in the table, unless it is a delete. */
final class LatestVersions implements Mode {
    private final Step step;
    private final Versions versions;

    LatestVersions(Step step) {
        this.step = step;
        versions = new Versions(step.table());
    }

    @Override
    public Decision decide(Dataset<Row> sound) {
        var latest = step.memory().keep(versions.latest(sound));
        return new Decision(sound, latest, latest.count(), 0, List.of());
    }

    @Override
    public Commit write(Decision decision, Stamp stamp) {
        var table = step.table();
        var range = KeyRange.of(decision.rows(), table.grain().get(0));
        var told = table.write().history() ? decision.sound() : decision.rows();
        var tombstones = new Tombstones(step, versions, range);
        tombstones.remember(told.where(Versions.isGone()));
        if (table.history().isPresent()) {
            new VersionHistory(step, versions, range).remember(table.history().get(), told, tombstones.ofKeysIn(told));
        }
        var fresh = tombstones.without(decision.rows());
        if (!step.has(table.table())) {
            return step.create(fresh.where(not(Versions.isGone())).select(Names.columns(table.kept())), stamp);
        }
        var sameKey = versions.sameKey("kept", "fresh");
        var changes = step.without(
                fresh,
                step.tables().read(table.table()).where(range.holds()),
                sameKey + " AND NOT IF(" + Versions.there("fresh") + ", " + versions.after("fresh", "kept") + ", "
                        + versions.outlives("fresh", "kept") + ")");
        return step.merge(Step.toState(changes, range.holds("kept") + " AND " + sameKey), stamp);
    }
}
