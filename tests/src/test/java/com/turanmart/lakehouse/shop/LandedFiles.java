package com.turanmart.lakehouse.shop;

import com.turanmart.lakehouse.core.storage.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads back what landed, knowing nothing of how it was made. */
record LandedFiles(Path root) {

    /** Every file's content by its path, as a checksum. */
    SortedMap<String, String> checksums() {
        SortedMap<String, String> checksums = new TreeMap<>();
        for (Path file : files(root)) {
            checksums.put(root.relativize(file).toString(), Sha256.of(bytes(file)));
        }
        return checksums;
    }

    /** One checksum of all text, read through compression, so that no compressor's version is part of it. */
    String textChecksum() {
        return textChecksum(file -> true);
    }

    String textChecksum(Predicate<Path> chosen) {
        StringBuilder all = new StringBuilder();
        for (Path file : files(root)) {
            if (!file.toString().endsWith(".parquet") && chosen.test(file.getFileName())) {
                all.append(root.relativize(file)).append('\n').append(text(file));
            }
        }
        return Sha256.of(all.toString());
    }

    /** The files of a data set in the order in which they arrive. */
    List<Path> of(String dataset) {
        return files(root.resolve("landing").resolve(dataset));
    }

    /** The lines of a file, of a CSV file without its header. */
    static List<String> lines(Path file) {
        List<String> lines = text(file).lines().toList();
        return file.toString().contains(".csv") ? lines.subList(1, lines.size()) : lines;
    }

    static String text(Path file) {
        byte[] bytes = bytes(file);
        if (!file.toString().endsWith(".gz")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (InputStream open = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(open.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return new ArrayList<>(found.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
