package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.LoadedFile;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Quarantine;
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
        if (arrival.fresh().isEmpty()) {
            return result(table, arrival, Counts.NONE, complaints, notes);
        }
        try (var files = ReadFiles.read(spark, storage, run, table, arrival.fresh())) {
            complaints.addAll(files.complaints());
            notes.addAll(files.notes());
            if (files.whole().isEmpty()) {
                return result(table, arrival, Counts.NONE, complaints, notes);
            }
            var verdict = Rules.judge(table.quality(), files.sound());
            notes.addAll(verdict.lines());
            return verdict.holds()
                    ? StepResult.of(Outcome.HELD, Counts.NONE, notes)
                    : result(table, arrival, append(run, table, files), complaints, notes);
        }
    }

    private Counts append(Run run, BronzeTable table, ReadFiles files) {
        var malformed = files.whole().stream()
                .filter(file -> file.malformed() > 0)
                .map(LoadedFile::sha256)
                .toList();
        new Quarantine(tables, table.table()).replace(run, files.malformed(), malformed);
        var stamp = Stamp.ofFiles(run, files.whole());
        var commit = tables.append(table.table(), files.sound(), stamp, List.of("_data_date"));
        ledger.loaded(run, table.table(), commit.version(), files.whole());
        return Counts.loaded(
                files.whole().stream().mapToLong(LoadedFile::rows).sum(),
                files.whole().stream().mapToLong(LoadedFile::malformed).sum());
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
