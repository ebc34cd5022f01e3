package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.CompleteWhen;
import com.turanmart.lakehouse.core.conf.Landing;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.storage.StoredFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists the landing folders of all tables beside each other, and of each only the dates of its window. */
final class Listings {
    private static final int AT_A_TIME = 16;

    private final Storage storage;

    Listings(Storage storage) {
        this.storage = storage;
    }

    List<Landed> of(List<Window> windows) {
        var threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            var folders = started(windows, this::folders, threads);
            var files = folders.stream()
                    .map(ofTable -> started(joined(ofTable), folder -> storage.files(Zone.LANDING, folder), threads))
                    .toList();
            var landed = new ArrayList<Landed>();
            for (var i = 0; i < windows.size(); i++) {
                landed.add(landed(windows.get(i), files.get(i).stream().flatMap(list -> joined(list).stream())));
            }
            return landed;
        } finally {
            threads.shutdownNow();
        }
    }

    /** What has to be listed: single days when their folders are known, else all that can hold a file of the table. */
    private List<String> folders(Window window) {
        var path = new LandingPath(window.table().landing().path());
        var days = path.dateFolders();
        if (days.isEmpty() || window.from().isEmpty()) {
            return List.of(path.folder());
        }
        var parent = days.get().folder();
        return storage.folders(Zone.LANDING, parent).stream()
                .map(name -> parent.isEmpty() ? name : parent + "/" + name)
                .filter(folder -> days.get().hasNoSuchDate(folder)
                        || days.get().date(folder).filter(window::holds).isPresent())
                .toList();
    }

    private static Landed landed(Window window, Stream<StoredFile> listed) {
        var path = new LandingPath(window.table().landing().path());
        var sign = sign(window.table().landing()).map(path::beside);
        var files = new ArrayList<LandedFile>();
        var signs = new ArrayList<LandedFile>();
        var dateless = new ArrayList<String>();
        listed.filter(file -> isVisible(file.folder()))
                .sorted(Comparator.comparing(StoredFile::path))
                .forEach(file -> {
                    var signed = sign.flatMap(pattern -> pattern.date(file.path()));
                    var visible = signed.isEmpty() && isVisible(file.name());
                    signed.filter(window::holds)
                            .ifPresent(date ->
                                    signs.add(LandedFile.of(window.table().table(), file, date)));
                    Optional.of(file.path())
                            .filter(name -> visible)
                            .flatMap(path::date)
                            .filter(window::holds)
                            .ifPresent(date ->
                                    files.add(LandedFile.of(window.table().table(), file, date)));
                    if (visible && path.hasNoSuchDate(file.path())) {
                        dateless.add(file.path());
                    }
                });
        return new Landed(window, files, signs, dateless);
    }

    /** The name of what the sender puts beside the files of a delivery. */
    private static Optional<String> sign(Landing landing) {
        if (landing.completeWhen() instanceof CompleteWhen.Marker marker) {
            return Optional.of(marker.name());
        }
        return landing.completeWhen() instanceof CompleteWhen.Manifest manifest
                ? Optional.of(manifest.name())
                : Optional.empty();
    }

    /** Writers keep what is not finished under names like these. */
    private static boolean isVisible(String path) {
        return Stream.of(path.split("/", -1)).noneMatch(name -> name.startsWith("_") || name.startsWith("."));
    }

    private static <T, R> List<CompletableFuture<R>> started(
            List<T> items, Function<T, R> work, ExecutorService threads) {
        return items.stream()
                .map(item -> CompletableFuture.supplyAsync(() -> work.apply(item), threads))
                .toList();
    }

    private static <R> R joined(CompletableFuture<R> started) {
        try {
            return started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
