package com.turanmart.lakehouse.bronze.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Optional;

/** One JSON object a line; numbers keep every digit, nested values stay JSON text. */
final class JsonLineRecords implements RecordReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final BufferedReader lines;
    private long line;

    JsonLineRecords(Reader text) {
        lines = new BufferedReader(text);
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
                fields.put(name, value(parser));
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
    private static String value(JsonParser parser) throws IOException {
        var token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return token.isScalarValue() ? parser.getText() : JSON.writeValueAsString(JSON.readTree(parser));
    }
}
