package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** What has landed for all bronze tables and is not in them yet. */
public final class Arrivals {
    /** How far back an owed delivery is asked for. */
    private static final int OWED_DAYS = 7;

    private final Storage storage;
    private final FileLedger ledger;
    private final Fingerprints fingerprints;

    public Arrivals(SparkSession spark, Storage storage, FileLedger ledger) {
        this.storage = storage;
        this.ledger = ledger;
        fingerprints = new Fingerprints(spark, storage);
    }

    /** Looks at every table's landing path once, and reads only files that no run has seen. */
    public Map<TableName, Arrival> upTo(Run run, List<BronzeTable> tables) {
        var landed = tables.stream().collect(Collectors.toMap(BronzeTable::table, table -> landed(table, run.date())));
        var seen = ledger.identities();
        var unseen = landed.values().stream()
                .flatMap(List::stream)
                .filter(file -> !seen.contains(file.identity()))
                .toList();
        var readable = new ArrayList<LandedFile>();
        var unreadable = new ArrayList<String>();
        var known = ledger.contents();
        var fresh = new HashSet<String>();
        var repeated = new HashSet<LandedFile>();
        for (var print : fingerprints.of(unseen)) {
            if (print.problem().isPresent()) {
                unreadable.add(print.file().table() + "\n" + print.file().file().path() + " cannot be read: "
                        + print.problem().get());
                continue;
            }
            var content = FileLedger.content(print.file().table(), print.file().sha256());
            if (known.contains(content) || !fresh.add(content)) {
                repeated.add(print.file());
            }
            readable.add(print.file());
        }
        return tables.stream()
                .collect(Collectors.toMap(
                        BronzeTable::table,
                        table -> new Arrival(
                                of(table, readable)
                                        .filter(file -> !repeated.contains(file))
                                        .toList(),
                                of(table, readable).filter(repeated::contains).toList(),
                                unreadable.stream()
                                        .filter(line -> line.startsWith(table.table() + "\n"))
                                        .map(line -> line.substring(line.indexOf('\n') + 1))
                                        .toList(),
                                owed(table, run.date(), landed.getOrDefault(table.table(), List.of())))));
    }

    private List<LandedFile> landed(BronzeTable table, LocalDate latest) {
        var path = new LandingPath(table.landing().path());
        return storage.files(Zone.LANDING, path.folder()).stream()
                .flatMap(file -> path
                        .date(file.path())
                        .filter(date -> !date.isAfter(latest))
                        .map(date -> new LandedFile(table.table(), file, date, ""))
                        .stream())
                .toList();
    }

    private static Stream<LandedFile> of(BronzeTable table, List<LandedFile> files) {
        return files.stream().filter(file -> file.table().equals(table.table()));
    }

    /** A table's first delivery starts its calendar: nothing is owed for the days before it. */
    private static List<LocalDate> owed(BronzeTable table, LocalDate latest, List<LandedFile> landed) {
        var expected = table.landing().expected();
        if (expected.isEmpty()) {
            return List.of();
        }
        var dates = landed.stream().map(LandedFile::date).collect(Collectors.toSet());
        var first = dates.stream().min(Comparator.naturalOrder()).orElse(latest);
        return latest.minusDays(OWED_DAYS - 1L)
                .datesUntil(latest.plusDays(1))
                .filter(date -> !date.isBefore(first) || date.equals(latest))
                .filter(date -> expected.get().cron().firesOn(date) && !dates.contains(date))
                .toList();
    }
}
