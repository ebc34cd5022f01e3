package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.Fingerprints.Print;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The deliveries of one table, one after the other: which can be loaded, which repeat, wait or are held. */
final class Judged {
    private final Run run;
    private final Landed landed;
    private final BronzeTable table;
    private final FileLedger ledger;
    private final Map<LandedFile, Print> prints;
    private final List<Delivery> complete = new ArrayList<>();
    private final List<LandedFile> repeated = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Awaited> awaited = new ArrayList<>();

    Judged(Run run, Landed landed, FileLedger ledger, Map<LandedFile, Print> prints) {
        this.run = run;
        this.landed = landed;
        this.ledger = ledger;
        this.prints = prints;
        table = landed.window().table();
    }

    void take(Delivery delivery) {
        if (delivery.lacks().isPresent()) {
            wait(delivery, delivery.lacks().get());
        } else if (delivery.fault().isPresent()) {
            hold(delivery, delivery.fault().get());
        } else {
            prove(delivery);
        }
    }

    Arrival arrival() {
        ledger.looked(landed);
        Owed.of(landed, ledger.takenIn().firstDelivery(table.table())).forEach(awaited::add);
        landed.dateless().stream()
                .map(path -> path + " is held: its date is in no calendar. Ask the sender to move it to its day")
                .forEach(complaints::add);
        return new Arrival(complete, repeated, complaints, awaited);
    }

    private void wait(Delivery delivery, String lacks) {
        ledger.record(run, FileState.WAITING, lacks, delivery.everyFile());
        var patience = Duration.ofHours(table.landing().waitHours());
        var sinceLatest = Instant.ofEpochMilli(delivery.newestMillis()).plus(patience);
        var ofDate = Owed.until(table, delivery.date());
        awaited.add(new Awaited(
                "delivery " + delivery.name() + " is not complete: " + lacks,
                sinceLatest.isAfter(ofDate) ? sinceLatest : ofDate));
    }

    private void hold(Delivery delivery, String why) {
        ledger.record(run, FileState.HELD, why, delivery.everyFile());
        complaints.add(delivery.complaint(why));
    }

    private void prove(Delivery delivery) {
        var unreadable = delivery.files().stream()
                .flatMap(file ->
                        print(file).problem().map(why -> delivery.of(file, "it cannot be read: " + why)).stream())
                .findFirst();
        var hashed = delivery.with(delivery.files().stream()
                .map(file -> file.withSha256(print(file).sha256()))
                .toList());
        var wrong =
                unreadable.or(() -> hashed.claim().flatMap(claim -> new Proof(claim).ofBytes(table, hashed.files())));
        if (wrong.isPresent()) {
            hold(hashed, wrong.get());
            return;
        }
        var known = hashed.files().stream().filter(ledger::hasLoaded).collect(Collectors.toSet());
        var fresh = hashed.with(
                hashed.files().stream().filter(file -> !known.contains(file)).toList());
        ledger.record(run, FileState.DUPLICATE, "", known);
        ledger.record(run, FileState.SEEN, "", fresh.everyFile());
        repeated.addAll(known);
        complete.add(fresh);
    }

    private Print print(LandedFile file) {
        return Objects.requireNonNull(prints.get(file));
    }
}
