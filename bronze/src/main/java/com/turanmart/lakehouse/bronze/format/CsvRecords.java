package com.turanmart.lakehouse.bronze.format;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** CSV with a header: values go by the header's names, so that another order of columns shifts nothing. */
final class CsvRecords implements RecordReader {
    private static final int MOST_CHARACTERS_IN_A_FIELD = 1 << 20;
    private static final int MOST_COLUMNS = 4096;
    /** Stands behind the last record: where it does not come up by itself, an open quote has swallowed it. */
    private static final String END = "\uFFFFend";

    private final CsvParser parser;
    private final List<String> header;

    CsvRecords(InputStream bytes, String delimiter, List<String> columns) throws IOException {
        parser = new CsvParser(settings(delimiter));
        var text = new Utf8Text(new SequenceInputStream(
                bytes, new ByteArrayInputStream(("\n" + END + "\n").getBytes(StandardCharsets.UTF_8))));
        var names = fields(() -> {
            parser.beginParsing(text);
            return parser.parseNext();
        });
        if (names == null) {
            throw new IOException("it has no header line");
        }
        header = List.of(Arrays.stream(names)
                .map(name -> name == null ? "" : name.strip())
                .toArray(String[]::new));
        if (header.stream().distinct().count() != header.size()) {
            throw new IOException("its header names a column twice");
        }
        var missing =
                columns.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new IOException("its header lacks " + String.join(", ", missing));
        }
    }

    @Override
    public Optional<SentRecord> next() throws IOException {
        var values = fields(parser::parseNext);
        if (values == null) {
            return Optional.empty();
        }
        var line = parser.getContext().currentLine();
        if (values.length != header.size()) {
            var raw = parser.getContext().currentParsedContent();
            return Optional.of(SentRecord.malformed(
                    line,
                    values.length + " fields, the header has " + header.size(),
                    raw == null ? "" : raw.stripTrailing()));
        }
        var fields = new LinkedHashMap<String, String>();
        for (var i = 0; i < values.length; i++) {
            fields.put(header.get(i), values[i]);
        }
        return Optional.of(SentRecord.of(line, fields));
    }

    @Override
    public void close() {
        parser.stopParsing();
    }

    /** Null at the end. */
    private static String @Nullable [] fields(Supplier<String @Nullable []> parse) throws IOException {
        var values = asIo(parse);
        if (values == null || (values.length == 1 && END.equals(values[0]))) {
            return null;
        }
        var last = values[values.length - 1];
        if (last != null && last.endsWith(END + "\n")) {
            throw new IOException("it ends inside quotes: a quote is not closed, or the file is cut off");
        }
        return values;
    }

    private static CsvParserSettings settings(String delimiter) {
        var settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setQuoteEscape('"');
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setCommentProcessingEnabled(false);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setEmptyValue("");
        settings.setMaxCharsPerColumn(MOST_CHARACTERS_IN_A_FIELD);
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setReadInputOnSeparateThread(false);
        return settings;
    }

    /** The parser wraps what the stream throws, more than once, and its own messages quote the file's content. */
    private static String @Nullable [] asIo(Supplier<String @Nullable []> parse) throws IOException {
        try {
            return parse.get();
        } catch (TextParsingException | IllegalStateException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException ofTheStream) {
                    throw ofTheStream;
                }
            }
            throw new IOException(
                    e instanceof TextParsingException parsing
                            ? "it cannot be parsed near line " + parsing.getLineIndex()
                            : "it cannot be read",
                    e);
        }
    }
}
