package com.turanmart.lakehouse.bronze;

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
import com.turanmart.lakehouse.quality.Candidate;
import com.turanmart.lakehouse.quality.Gate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Takes the fresh files of one table into bronze, all of them in one commit, and never one of them twice. */
public final class BronzeLoad {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

    private final SparkSession spark;
    private final Storage storage;
    private final Tables tables;
    private final FileLedger ledger;
    private final Gate gate;

    public BronzeLoad(SparkSession spark, Storage storage, Tables tables, FileLedger ledger, Gate gate) {
        this.spark = spark;
        this.storage = storage;
        this.tables = tables;
        this.ledger = ledger;
        this.gate = gate;
    }

    public StepResult load(Run run, BronzeTable table, Arrival arrival) {
        try (var again = ReleasedLines.since(spark, storage, tables, run, table)) {
            if (arrival.fresh().isEmpty() && again.isEmpty()) {
                settle(run, arrival.deliveries());
                return result(run, table, arrival, Counts.NONE, repeats(arrival.repeated()));
            }
            return load(run, table, arrival, again);
        }
    }

    private StepResult load(Run run, BronzeTable table, Arrival arrival, ReleasedLines again) {
        try (var files = ReadFiles.read(spark, storage, run, table, arrival.fresh())) {
            var read = ReadDeliveries.prove(files, arrival.deliveries());
            read.held().forEach((delivery, why) -> ledger.record(run, FileState.HELD, why, delivery.everyFile()));
            var notes = repeats(Stream.concat(arrival.repeated().stream(), read.repeated().stream())
                    .toList());
            notes.addAll(files.notes());
            if (files.whole().isEmpty() && again.isEmpty()) {
                settle(run, read.sound());
                return result(run, table, arrival.and(read.complaints()), Counts.NONE, notes);
            }
            var verdict = gate.judge(Candidate.batch(table, again.with(files.sound())));
            notes.addAll(verdict.lines());
            if (verdict.holds()) {
                var why = String.join("; ", verdict.lines());
                read.sound().forEach(delivery -> ledger.record(run, FileState.HELD, why, delivery.everyFile()));
                return StepResult.of(Outcome.HELD, Counts.NONE, notes);
            }
            var counts = append(run, table, files, again);
            ledger.record(run, FileState.DUPLICATE, "", read.repeated());
            settle(run, read.sound());
            return result(run, table, arrival.and(read.complaints()), counts, notes);
        }
    }

    /** Once the rows of a delivery are there its manifest has said what it had to say. */
    private void settle(Run run, List<Delivery> sound) {
        for (var delivery : sound) {
            delivery.claim()
                    .ifPresent(claim -> ledger.record(
                            run,
                            FileState.LOADED,
                            claim.manifest()
                                    .sourcePosition()
                                    .map(position -> "source position " + position)
                                    .orElse(""),
                            List.of(claim.file().withDelivery(delivery.name()))));
        }
    }

    private static List<String> repeats(List<LandedFile> files) {
        var notes = new ArrayList<String>();
        if (!files.isEmpty()) {
            notes.add(files.size() + " of the files repeat what is loaded and were left out, such as "
                    + files.get(0).file().path());
        }
        return notes;
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

    private static StepResult result(Run run, BronzeTable table, Arrival arrival, Counts counts, List<String> notes) {
        notes.addAll(arrival.complaints());
        arrival.awaited().forEach(awaited -> notes.add(line(run, table, awaited)));
        if (!arrival.complaints().isEmpty()) {
            notes.add("Ask the sender of " + table.table() + " to deliver it again; the rest is loaded.");
            return StepResult.of(Outcome.HELD, counts, notes);
        }
        if (!arrival.awaited().isEmpty()) {
            var late = arrival.awaited().stream().anyMatch(awaited -> awaited.isOverdue(run.startedAt()));
            return late ? StepResult.of(Outcome.WAITING, counts, notes) : StepResult.inTime(counts, notes);
        }
        return StepResult.of(counts.read() == 0 ? Outcome.UNCHANGED : Outcome.LOADED, counts, notes);
    }

    private static String line(Run run, BronzeTable table, Awaited awaited) {
        return awaited.isOverdue(run.startedAt())
                ? awaited.what() + ". Ask " + table.owner() + ", or run again when it has come."
                : awaited.what() + "; it is not late before "
                        + awaited.until().atZone(table.landing().zone()).format(TIME);
    }
}
