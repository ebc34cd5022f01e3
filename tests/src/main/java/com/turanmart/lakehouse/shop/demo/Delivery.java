package com.turanmart.lakehouse.shop.demo;

import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.storage.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Brings the shop's files to a landing zone that is elsewhere, as a sender would: each file once. */
public final class Delivery {
    private final Path made;
    private final Storage storage;

    public Delivery(Path root, Storage storage) {
        made = root.resolve("landing");
        this.storage = storage;
    }

    public void toLandingZone() {
        if (storage.place(Zone.LANDING).equals(made.toAbsolutePath().normalize().toString())) {
            return;
        }
        var there =
                storage.files(Zone.LANDING, "").stream().map(StoredFile::path).collect(Collectors.toSet());
        try (var files = Files.walk(made)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var path = made.relativize(file).toString();
                if (!there.contains(path) && !file.getFileName().toString().startsWith("_")) {
                    try (var content = Files.newInputStream(file)) {
                        storage.create(Zone.LANDING, path, content);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
