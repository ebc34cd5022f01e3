package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.conf.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads a landed file that a test has written in its own words. */
final class Read {
    static final List<String> COLUMNS = List.of("order_id", "country");

    private Read() {}

    static List<SentRecord> csv(String text) throws IOException {
        return csv(bytes(text));
    }

    static List<SentRecord> csv(byte[] bytes) throws IOException {
        return all("part-1.csv", csvOf(","), new ByteArrayInputStream(bytes));
    }

    static List<SentRecord> json(String text) throws IOException {
        return json(bytes(text));
    }

    static List<SentRecord> json(byte[] bytes) throws IOException {
        return all("part-1.jsonl", sentAs(new Format.JsonLines()), new ByteArrayInputStream(bytes));
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

    static SentAs csvOf(String delimiter) {
        return sentAs(new Format.Csv(delimiter));
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

    private static SentAs sentAs(Format format) {
        return new SentAs(COLUMNS, format, new Dialect.Plain(), 1, "shop");
    }
}
