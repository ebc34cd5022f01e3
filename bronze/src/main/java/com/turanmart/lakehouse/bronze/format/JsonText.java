package com.turanmart.lakehouse.bronze.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of a record that are JSON themselves: their parts, each as the text that was sent. */
public final class JsonText {
    /** What it reads lies in a record, which is no deeper than was agreed. */
    private static final JsonFactory JSON = factory(Integer.MAX_VALUE);

    private JsonText() {}

    /** Names are the sender's: a table of them would grow with the file, and can be made to collide. */
    static JsonFactory factory(int depth) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /** The fields of an object; empty when the text is none, or has a field twice. */
    public static Optional<Map<String, String>> fields(String text) {
        try (var parser = JSON.createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? Optional.of(fields(parser, text)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The fields of the object that the parser has just come to. */
    static Map<String, String> fields(JsonParser parser, String text) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = whole(parser.currentName());
            if (fields.containsKey(name)) {
                throw new Unsound("a key comes twice");
            }
            parser.nextToken();
            fields.put(name, value(parser, text));
        }
        return fields;
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
            return whole(parser.getText());
        }
        var begin = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(begin, (int) parser.currentLocation().getCharOffset());
    }

    /** Only an escape can bring half of a surrogate pair; no table can hold it. */
    private static String whole(String text) throws Unsound {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && !isPaired(text, i)) {
                throw new Unsound("a text has half of a surrogate pair");
            }
        }
        return text;
    }

    private static boolean isPaired(String text, int place) {
        return Character.isHighSurrogate(text.charAt(place))
                ? place + 1 < text.length() && Character.isLowSurrogate(text.charAt(place + 1))
                : place > 0 && Character.isHighSurrogate(text.charAt(place - 1));
    }

    /** Text that is JSON and yet no row; the message is the reason. */
    static final class Unsound extends IOException {
        private static final long serialVersionUID = 1L;

        private Unsound(String reason) {
            super(reason);
        }
    }
}
