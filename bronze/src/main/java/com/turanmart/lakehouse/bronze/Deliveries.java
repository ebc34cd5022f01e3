package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.CompleteWhen;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sorts the files of a table that are not settled into deliveries, and says of each whether it is all there. */
final class Deliveries {
    private record Place(LocalDate date, String folder) {
        static Place of(LandedFile file) {
            return new Place(file.date(), file.file().folder());
        }
    }

    private final Run run;
    private final FileLedger ledger;
    private final Storage storage;

    Deliveries(Run run, FileLedger ledger, Storage storage) {
        this.run = run;
        this.ledger = ledger;
        this.storage = storage;
    }

    List<Delivery> of(Landed landed) {
        var when = landed.window().table().landing().completeWhen();
        var fresh =
                landed.files().stream().filter(file -> !ledger.isSettled(file)).toList();
        if (when instanceof CompleteWhen.Manifest manifest) {
            return new ManifestDeliveries(run, ledger, storage, manifest, landed).of(fresh);
        }
        if (when instanceof CompleteWhen.Marker marker) {
            var marked = landed.signs().stream().map(Place::of).collect(Collectors.toSet());
            return inFolders(fresh)
                    .map(delivery -> marked(delivery, marked, marker))
                    .toList();
        }
        if (when instanceof CompleteWhen.Quiet quiet) {
            return inFolders(fresh).map(delivery -> quiet(delivery, quiet)).toList();
        }
        return fresh.stream()
                .map(file -> Delivery.of(file.file().path(), file.date(), List.of(file)))
                .toList();
    }

    /** The files of each folder and date together. */
    static Stream<Delivery> inFolders(List<LandedFile> files) {
        Map<String, List<LandedFile>> places = new TreeMap<>();
        for (var file : files) {
            places.computeIfAbsent(file.date() + " " + file.file().folder(), place -> new ArrayList<>())
                    .add(file);
        }
        return places.values().stream().map(together -> {
            var place = Place.of(together.get(0));
            return Delivery.of(place.folder() + "/ of " + place.date(), place.date(), together);
        });
    }

    private static Delivery marked(Delivery delivery, Set<Place> marked, CompleteWhen.Marker marker) {
        return marked.contains(Place.of(delivery.files().get(0)))
                ? delivery
                : delivery.lacking("its marker " + marker.name() + " is not there yet");
    }

    private Delivery quiet(Delivery delivery, CompleteWhen.Quiet quiet) {
        var age = run.startedAt().toEpochMilli() - delivery.newestMillis();
        return age >= Duration.ofMinutes(quiet.minutes()).toMillis()
                ? delivery
                : delivery.lacking("a file of it came less than " + quiet.minutes() + " minutes before the run");
    }
}
