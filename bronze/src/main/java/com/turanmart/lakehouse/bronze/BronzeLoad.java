package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.core.conf.BronzeTable;
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
        try (var again = ReleasedLines.since(spark, storage, tables, run, table)) {
            if (arrival.fresh().isEmpty() && again.isEmpty()) {
                return result(table, arrival, Counts.NONE, complaints, notes);
            }
            try (var files = ReadFiles.read(spark, storage, run, SentAs.of(table), arrival.fresh())) {
                complaints.addAll(files.complaints());
                if (files.whole().isEmpty() && again.isEmpty()) {
                    return result(table, arrival, Counts.NONE, complaints, notes);
                }
                var verdict = Rules.judge(table.quality(), again.with(files.sound()));
                notes.addAll(verdict.lines());
                return verdict.holds()
                        ? StepResult.of(Outcome.HELD, Counts.NONE, notes)
                        : result(table, arrival, append(run, table, files, again), complaints, notes);
            }
        }
    }

    private Counts append(Run run, BronzeTable table, ReadFiles files, ReleasedLines again) {
        var malformed = files.whole().stream().mapToLong(LoadedFile::malformed).sum() + again.brokenCount();
        new Quarantine(tables, table.table())
                .put(run, again.decisions(), again.withBroken(files.malformed()), malformed);
        var stamp = new Stamp(run.id(), again.decisions().position(), files.whole());
        var commit = tables.append(table.table(), again.with(files.sound()), stamp, List.of("_data_date"));
        ledger.loaded(run, table.table(), commit.version(), files.whole());
        var loaded = files.whole().stream().mapToLong(LoadedFile::rows).sum() + again.soundCount();
        return Counts.loaded(loaded, malformed);
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
