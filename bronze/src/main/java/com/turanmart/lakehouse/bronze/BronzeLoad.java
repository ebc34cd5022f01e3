package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.quarantine.DecisionLog;
import com.turanmart.lakehouse.core.quarantine.Quarantine;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.LoadedFile;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Takes the fresh files of one table into bronze, all of them in one commit, and never one of them twice. */
public final class BronzeLoad {
    private final SparkSession spark;
    private final Storage storage;
    private final Tables tables;
    private final FileLedger ledger;

    public BronzeLoad(SparkSession spark, Storage storage, Tables tables, FileLedger ledger) {
        this.spark = spark;
        this.storage = storage;
        this.tables = tables;
        this.ledger = ledger;
    }

    public StepResult load(Run run, BronzeTable table, Arrival arrival) {
        ledger.repeated(run, arrival.repeated());
        var notes = new ArrayList<String>();
        if (!arrival.repeated().isEmpty()) {
            notes.add(arrival.repeated().size() + " of the files repeat what is loaded and were left out, such as "
                    + arrival.repeated().get(0).file().path());
        }
        var complaints = new ArrayList<>(arrival.unreadable());
        var decisions = new DecisionLog(tables).about(table.table());
        var released = decisions.releasedSince(
                tables.stamp(table.table()).map(Stamp::inputs).orElse(Map.of()));
        if (arrival.fresh().isEmpty() && released.isEmpty()) {
            return result(table, arrival, Counts.NONE, complaints, notes);
        }
        try (var files = ReadFiles.read(spark, storage, run, SentAs.of(table), arrival.fresh());
                var again = ReleasedLines.read(spark, storage, run, table, released)) {
            complaints.addAll(files.complaints());
            if (files.whole().isEmpty() && released.isEmpty()) {
                return result(table, arrival, Counts.NONE, complaints, notes);
            }
            var rows = files.sound().unionByName(again.sound());
            var verdict = Rules.judge(table.quality(), rows);
            notes.addAll(verdict.lines());
            if (verdict.holds()) {
                return StepResult.of(Outcome.HELD, Counts.NONE, notes);
            }
            var malformed =
                    files.whole().stream().mapToLong(LoadedFile::malformed).sum() + again.brokenCount();
            new Quarantine(tables, table.table())
                    .put(run, decisions, files.malformed().unionByName(again.broken()), malformed);
            var stamp = new Stamp(run.id(), decisions.position(), files.whole());
            var commit = tables.append(table.table(), rows, stamp, List.of("_data_date"));
            ledger.loaded(run, table.table(), commit.version(), files.whole());
            var loaded = files.whole().stream().mapToLong(LoadedFile::rows).sum() + again.soundCount();
            return result(table, arrival, Counts.loaded(loaded, malformed), complaints, notes);
        }
    }

    private static StepResult result(
            BronzeTable table, Arrival arrival, Counts counts, List<String> complaints, List<String> notes) {
        notes.addAll(complaints);
        if (!complaints.isEmpty()) {
            notes.add("Ask the sender of " + table.table() + " to deliver it again; the rest is loaded.");
            return StepResult.of(Outcome.HELD, counts, notes);
        }
        if (!arrival.owed().isEmpty()) {
            var dates = arrival.owed().stream().map(Object::toString).collect(Collectors.joining(", "));
            notes.add("no delivery for " + dates + " under " + table.landing().path() + ". Ask " + table.owner()
                    + ", or run again when it has come.");
            return StepResult.of(Outcome.WAITING, counts, notes);
        }
        return StepResult.of(counts.read() == 0 ? Outcome.UNCHANGED : Outcome.LOADED, counts, notes);
    }
}
