package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.col;
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
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.core.table.Merge;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Rules;
import com.turanmart.lakehouse.silver.transform.Typed;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.List;
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
        var news = News.of(tables, table);
        if (news.isEmpty()) {
            return StepResult.of(Outcome.UNCHANGED);
        }
        var typed = Typed.rows(table, news.get().rows()).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return load(run, table, typed, news.get());
        } finally {
            typed.unpersist();
        }
    }

    private StepResult load(Run run, SilverTable table, Dataset<Row> typed, News news) {
        var versions = new Versions(table);
        var sorted = Judgement.sort(table, typed);
        var latest = versions.latest(sorted.sound()).persist(StorageLevel.MEMORY_AND_DISK());
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
                    .put(run, news.decisions(), Judgement.quarantined(sorted.broken()), batch.broken());
            var verdict = Rules.judge(table.quality(), latest.where(not(col(Versions.GONE))));
            if (verdict.holds()) {
                return StepResult.of(Outcome.HELD, Counts.NONE, verdict.lines());
            }
            var commit = write(run, table, versions, latest, batch, Stamp.ofInputs(run, news.taken()));
            return StepResult.of(Outcome.LOADED, batch.counts(commit), verdict.lines());
        } finally {
            latest.unpersist();
        }
    }

    private Commit write(Run run, SilverTable table, Versions versions, Dataset<Row> latest, Batch batch, Stamp stamp) {
        var tombstones = new Tombstones(tables, table, versions);
        if (batch.gone() > 0) {
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
                batch.keyRange() + versions.sameKey("kept", "fresh"),
                Optional.of("fresh." + Versions.GONE + " AND " + versions.notBefore("fresh", "kept")),
                "NOT fresh." + Versions.GONE + " AND " + versions.after("fresh", "kept"),
                "NOT fresh." + Versions.GONE);
        return tables.merge(table.table(), merge, stamp);
    }
}
