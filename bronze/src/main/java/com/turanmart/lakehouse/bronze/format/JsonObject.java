package com.turanmart.lakehouse.bronze.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the text of one JSON object: numbers keep every digit, nested values stay the text that was sent. */
final class JsonObject {
    private final int depth;
    private final JsonFactory json;

    JsonObject(int depth) {
        this.depth = depth;
        // Names are the sender's: a table of them would grow with the file, and can be made to collide.
        json = JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    SentRecord record(long line, String text) {
        try (var parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return SentRecord.malformed(line, "not a JSON object", text);
            }
            var fields = new LinkedHashMap<String, String>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                if (fields.containsKey(name)) {
                    return SentRecord.malformed(line, "a key comes twice", text);
                }
                fields.put(name, value(parser, text));
            }
            if (parser.nextToken() != null) {
                return SentRecord.malformed(line, "more than one JSON value", text);
            }
            return isText(text, fields)
                    ? SentRecord.of(line, fields)
                    : SentRecord.malformed(line, "a text has half of a surrogate pair", text);
        } catch (StreamConstraintsException e) {
            return SentRecord.malformed(line, "nested deeper than " + depth, text);
        } catch (JsonProcessingException e) {
            return SentRecord.malformed(line, "not JSON", text);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot be read", e);
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

    /** Only an escape can bring half of a pair, which no table can hold. */
    private static boolean isText(String sent, Map<String, String> fields) {
        return !sent.contains("\\u")
                || fields.entrySet().stream()
                        .noneMatch(field -> hasHalfAPair(field.getKey())
                                || (field.getValue() != null && hasHalfAPair(field.getValue())));
    }

    private static boolean hasHalfAPair(String text) {
        return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
