package com.turanmart.lakehouse.bronze.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of a record that are JSON themselves: their parts, each as the text that was sent. */
public final class JsonText {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonText() {}

    /** The fields of an object; empty when the text is none. */
    public static Optional<Map<String, String>> fields(String text) {
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, String> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser, text));
            }
            return Optional.of(fields);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The items of an array; empty when the text is none. */
    public static Optional<List<String>> items(String text) {
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            List<String> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(String.valueOf(value(parser, text)));
            }
            return Optional.of(items);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("NullAway") // JSON's null is a value that was sent: it stays null in bronze
    private static String value(JsonParser parser, String text) throws IOException {
        var token = parser.currentToken();
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
