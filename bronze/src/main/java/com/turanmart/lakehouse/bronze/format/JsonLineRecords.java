package com.turanmart.lakehouse.bronze.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Optional;

/** One JSON object a line; numbers keep every digit, nested values stay the text that was sent. */
final class JsonLineRecords implements RecordReader {
    static final int MOST_CHARACTERS_IN_A_LINE = 1 << 24;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final BufferedReader lines;
    private long line;

    JsonLineRecords(InputStream bytes) throws IOException {
        lines = new BufferedReader(new ShortLines(new Utf8Text(bytes), MOST_CHARACTERS_IN_A_LINE));
    }

    @Override
    public Optional<SentRecord> next() throws IOException {
        while (true) {
            var text = lines.readLine();
            if (text == null) {
                return Optional.empty();
            }
            line++;
            if (!text.isBlank()) {
                return Optional.of(parse(text));
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private SentRecord parse(String text) throws IOException {
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return SentRecord.malformed(line, "not a JSON object", text);
            }
            var fields = new LinkedHashMap<String, String>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                fields.put(name, value(parser, text));
            }
            if (parser.nextToken() != null) {
                return SentRecord.malformed(line, "more than one JSON value", text);
            }
            return SentRecord.of(line, fields);
        } catch (JsonProcessingException e) {
            return SentRecord.malformed(line, "not JSON", text);
        }
    }

    @SuppressWarnings("NullAway") // JSON's null is a value that was sent: it stays null in bronze
    private static String value(JsonParser parser, String text) throws IOException {
        var token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token.isScalarValue()) {
            return parser.getText();
        }
        var begin = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(begin, (int) parser.currentLocation().getCharOffset());
    }
}
