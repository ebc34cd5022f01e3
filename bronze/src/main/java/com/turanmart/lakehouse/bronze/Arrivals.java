package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** What has landed for all bronze tables and is not in them yet. */
public final class Arrivals {
    private final FileLedger ledger;
    private final Listings listings;
    private final Fingerprints fingerprints;
    private final Storage storage;

    public Arrivals(SparkSession spark, Storage storage, FileLedger ledger) {
        this.ledger = ledger;
        this.storage = storage;
        listings = new Listings(storage);
        fingerprints = new Fingerprints(spark, storage);
    }

    /**
     * Lists only where something new can be, and reads only files that no run has settled.
     *
     * @param everywhere whether to look at all dates, however old
     */
    public Map<TableName, Arrival> upTo(Run run, List<BronzeTable> tables, boolean everywhere) {
        var landed = listings.of(
                tables.stream().map(table -> window(run, table, everywhere)).toList());
        ledger.recall(
                landed.stream().flatMap(ofTable -> ofTable.dates().stream()).collect(Collectors.toSet()));
        var found = new LinkedHashMap<Landed, List<Delivery>>();
        var sorting = new Deliveries(run, ledger, storage);
        landed.forEach(ofTable -> found.put(ofTable, sorting.of(ofTable)));
        var prints = fingerprints.of(found.values().stream()
                .flatMap(List::stream)
                .filter(Delivery::canBeRead)
                .flatMap(delivery -> delivery.files().stream())
                .toList());
        var arrivals = new LinkedHashMap<TableName, Arrival>();
        found.forEach((ofTable, deliveries) -> {
            var judged = new Judged(run, ofTable, ledger, prints);
            deliveries.forEach(judged::take);
            arrivals.put(ofTable.window().table().table(), judged.arrival());
        });
        return arrivals;
    }

    private Window window(Run run, BronzeTable table, boolean everywhere) {
        var takenIn = ledger.takenIn();
        var lookedUpTo = takenIn.lookedUpTo(table).filter(date -> ledger.hasRows(table.table()) && !everywhere);
        var from = lookedUpTo
                .map(date -> date.isBefore(run.date()) ? date : run.date())
                .map(date -> date.minusDays(table.landing().lateDays()));
        return new Window(table, from, run.date(), takenIn.open(table.table()));
    }
}
