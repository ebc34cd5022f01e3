package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.manifest.Manifest;
import com.turanmart.lakehouse.bronze.manifest.Manifests;
import com.turanmart.lakehouse.core.conf.CompleteWhen;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Deliveries as their manifests name them. */
final class ManifestDeliveries {
    /** Of two manifests that name the same files the later one is meant. */
    private static final Comparator<Claim> NEWEST_FIRST = Comparator.comparing(
                    (Claim claim) -> claim.file().file().modifiedAtMillis())
            .thenComparing(claim -> claim.file().file().path())
            .reversed();

    private final Run run;
    private final FileLedger ledger;
    private final Storage storage;
    private final CompleteWhen.Manifest declared;
    private final LandingPath path;
    private final Map<String, LandedFile> byPath;
    private final List<LandedFile> manifests;
    private final List<Delivery> deliveries = new ArrayList<>();

    ManifestDeliveries(Run run, FileLedger ledger, Storage storage, CompleteWhen.Manifest declared, Landed landed) {
        this.run = run;
        this.ledger = ledger;
        this.storage = storage;
        this.declared = declared;
        path = new LandingPath(landed.window().table().landing().path());
        byPath = landed.files().stream()
                .collect(Collectors.toMap(file -> file.file().path(), Function.identity()));
        manifests = landed.signs().stream()
                .filter(manifest -> !ledger.isSettled(manifest))
                .toList();
    }

    List<Delivery> of(List<LandedFile> fresh) {
        Set<String> named = new HashSet<>();
        for (var claim : claims()) {
            var paths = claim.manifest().files().stream().map(claim::path).collect(Collectors.toSet());
            if (!paths.isEmpty() && named.containsAll(paths)) {
                ledger.record(run, FileState.DUPLICATE, "a later manifest names its files", List.of(claim.file()));
            } else {
                deliveries.add(named(claim, named));
            }
            named.addAll(paths);
        }
        var unnamed = fresh.stream()
                .filter(file -> !named.contains(file.file().path()))
                .toList();
        Deliveries.inFolders(unnamed).map(this::unnamed).forEach(deliveries::add);
        deliveries.sort(Comparator.comparing(Delivery::name));
        return deliveries;
    }

    private Delivery unnamed(Delivery rest) {
        return rest.lacking("no manifest " + declared.name() + " names "
                + rest.files().get(0).file().name() + andOthers(rest.files().size(), "and"));
    }

    private List<Claim> claims() {
        var claims = new ArrayList<Claim>();
        for (var file : manifests) {
            try (var bytes = storage.open(file.file().uri())) {
                claims.add(new Claim(file, Manifests.read(declared.form(), bytes)));
            } catch (IOException e) {
                deliveries.add(Delivery.of(file.file().path(), file.date(), List.of(file))
                        .broken("its manifest cannot be taken: " + e.getMessage()));
            }
        }
        claims.sort(NEWEST_FIRST);
        return claims;
    }

    private Delivery named(Claim claim, Set<String> byLaterOnes) {
        var unsettled = claim.manifest().files().stream()
                .map(claim::path)
                .filter(file -> byPath.containsKey(file) && !byLaterOnes.contains(file))
                .map(byPath::get)
                .filter(file -> !ledger.isSettled(file))
                .toList();
        var delivery = Delivery.of(claim.file().file().path(), claim.file().date(), unsettled)
                .claimed(claim);
        var missing = claim.manifest().files().stream()
                .filter(entry -> !isThere(claim, entry))
                .map(Manifest.Entry::name)
                .toList();
        if (missing.isEmpty()) {
            var shared = claim.manifest().files().stream()
                    .filter(entry -> byLaterOnes.contains(claim.path(entry)))
                    .findFirst();
            return shared.map(entry -> delivery.lacking("a later manifest names " + entry.name() + " and goes first"))
                    .orElse(delivery);
        }
        var first = missing.get(0);
        return path.date(claim.folder() + first).isEmpty()
                ? delivery.broken("its manifest names " + first + ", which is no file of landing.path")
                : delivery.lacking(first + andOthers(missing.size(), "nor") + " is not there yet");
    }

    /** A file that is loaded already with other bytes is the one before: the sender writes the manifest first. */
    private boolean isThere(Claim claim, Manifest.Entry entry) {
        var file = Optional.ofNullable(byPath.get(claim.path(entry)));
        return file.isPresent()
                && file.filter(ledger::isSettled)
                        .flatMap(ledger::entry)
                        .map(known -> known.file().sha256())
                        .filter(known -> !known.equals(entry.sha256().orElse(known)))
                        .isEmpty();
    }

    private static String andOthers(int all, String and) {
        return all == 1 ? "" : " (" + and + " " + (all - 1) + " more)";
    }
}
