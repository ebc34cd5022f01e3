package com.turanmart.lakehouse.shop.demo;

import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.storage.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** Brings the shop's files to a landing zone that is elsewhere, as a sender would: each file once, a mark last. */
public final class Delivery {
    private static final Comparator<Path> MARKS_LAST = Comparator.<Path, Boolean>comparing(
                    file -> file.getFileName().toString().startsWith("_"))
            .thenComparing(Comparator.naturalOrder());

    private final Path made;
    private final Storage storage;

    public Delivery(Path root, Storage storage) {
        made = root.resolve("landing");
        this.storage = storage;
    }

    public void toLandingZone() {
        if (isThere()) {
            return;
        }
        var there =
                storage.files(Zone.LANDING, "").stream().map(StoredFile::path).collect(Collectors.toSet());
        bring("", path -> !there.contains(path));
    }

    /** Brings a folder once more, in place of what has come of it. */
    public void again(String folder) {
        if (!isThere()) {
            bring(folder, path -> true);
        }
    }

    private boolean isThere() {
        return storage.place(Zone.LANDING)
                .equals(made.toAbsolutePath().normalize().toString());
    }

    private void bring(String folder, Predicate<String> wanted) {
        var settings = new Configuration();
        storage.settings().forEach(settings::set);
        try (var files = Files.walk(made.resolve(folder))) {
            for (var file :
                    files.filter(Files::isRegularFile).sorted(MARKS_LAST).toList()) {
                var path = made.relativize(file).toString();
                if (wanted.test(path)) {
                    var target = new org.apache.hadoop.fs.Path(storage.place(Zone.LANDING), path);
                    try (var out = target.getFileSystem(settings).create(target, true)) {
                        Files.copy(file, out);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
