package com.turanmart.lakehouse.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Folders of a lakehouse, and what a night changes in them. */
final class Folder {
    private Folder() {}

    /** A copy that shares the data files, which are written once, but not the logs, parts of which are overwritten. */
    static Path copy(Path from, Path to) throws IOException {
        for (var file : files(from).keySet()) {
            var copy = to.resolve(file);
            Files.createDirectories(copy.getParent());
            if (file.endsWith(".parquet") && !file.contains("_delta_log")) {
                Files.createLink(copy, from.resolve(file));
            } else {
                Files.copy(from.resolve(file), copy);
            }
        }
        return to;
    }

    /** Sizes of all files by their path in the folder. */
    static Map<String, Long> files(Path folder) throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(folder.relativize(file).toString(), Files.size(file));
            }
        }
        return sizes;
    }

    /** Bytes of the files with this in their path, unpacked. */
    static long unpackedBytes(Path folder, String part) throws IOException {
        var bytes = 0L;
        for (var file : files(folder).keySet()) {
            if (file.contains(part)) {
                try (InputStream sent = Files.newInputStream(folder.resolve(file));
                        var text = file.endsWith(".gz") ? new GZIPInputStream(sent) : sent) {
                    bytes += text.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return bytes;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
