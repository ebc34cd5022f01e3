package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads a landed file that a test has written in its own words. */
final class Read {
    private Read() {}

    static List<SentRecord> csv(String text) throws IOException {
        return csv(bytes(text));
    }

    static List<SentRecord> csv(byte[] bytes) throws IOException {
        return all("part-1.csv", SentFiles.of(SentFiles.CSV), new ByteArrayInputStream(bytes));
    }

    static List<SentRecord> jsonLines(String text) throws IOException {
        return as(SentFiles.JSON_LINES, text);
    }

    static List<SentRecord> json(String text) throws IOException {
        return as(SentFiles.JSON, text);
    }

    static List<SentRecord> as(Format format, String text) throws IOException {
        return as(SentFiles.of(format), text);
    }

    static List<SentRecord> as(SentAs sent, String text) throws IOException {
        return all("part-1", sent, new ByteArrayInputStream(bytes(text)));
    }

    static List<SentRecord> file(SentAs sent, Path file) throws IOException {
        return all(file.toString(), sent, Files.newInputStream(file));
    }

    /** Everything up to the end; a file that breaks off ends in the exception. */
    static List<SentRecord> all(String path, SentAs sent, InputStream bytes) throws IOException {
        var records = new ArrayList<SentRecord>();
        try (var reader = RecordReaders.open(sent, path, bytes)) {
            for (var record = reader.next(); record.isPresent(); record = reader.next()) {
                records.add(record.get());
            }
        }
        return records;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzipped(String text) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
