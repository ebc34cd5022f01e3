package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Format;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** CSV whose values go by names: those of the header, or of the layout that has as many fields as the file's lines. */
final class CsvRecords implements RecordReader {
    private final CsvText text;
    private final boolean header;
    private final List<String> missing;
    private List<List<String>> layouts;

    CsvRecords(Reader text, Format.Csv form, SentAs sent) throws IOException {
        this.text = new CsvText(text, form, sent.limits());
        header = form.header();
        layouts = header ? List.of(header()) : sent.layouts();
        missing = header
                ? sent.columns().stream()
                        .filter(column -> !layouts.get(0).contains(column))
                        .toList()
                : List.of();
        if (missing.size() == sent.columns().size()) {
            throw new IOException("its header has none of the declared columns");
        }
    }

    @Override
    public Optional<SentRecord> next() throws IOException {
        return text.next().map(this::record);
    }

    @Override
    public List<String> missing() {
        return missing;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private List<String> header() throws IOException {
        var line = text.next().orElseThrow(() -> new IOException("it has no header line"));
        if (line.problem().isPresent()) {
            throw new IOException(
                    "its header line is malformed: " + line.problem().get());
        }
        var names = line.fields().stream()
                .map(name -> name == null ? "" : name.strip())
                .toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new IOException("its header names a column twice");
        }
        return names;
    }

    private SentRecord record(CsvText.Csv sent) {
        var width = sent.fields().size();
        var layout = layouts.stream().filter(names -> names.size() == width).findFirst();
        if (sent.problem().isPresent() || layout.isEmpty()) {
            return SentRecord.malformed(sent.line(), sent.problem().orElseGet(() -> otherWidth(width)), sent.raw());
        }
        // All lines of a file are alike: a change that lacks a field must not pass for a row of a full load.
        layouts = List.of(layout.get());
        var fields = new LinkedHashMap<String, String>();
        for (var i = 0; i < width; i++) {
            fields.put(layout.get().get(i), sent.fields().get(i));
        }
        return SentRecord.of(sent.line(), fields);
    }

    private String otherWidth(int width) {
        return width + " fields, " + (header ? "the header has " : "expected ")
                + layouts.stream().map(names -> "" + names.size()).collect(Collectors.joining(" or "));
    }
}
