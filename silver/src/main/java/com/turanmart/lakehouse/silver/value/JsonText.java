package com.turanmart.lakehouse.silver.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of JSON, with every digit as it was sent.
 *
 * @param text of a string its value, of everything else how it was written
 * @param items of a list; empty for everything else
 * @param fields of an object; empty for everything else
 */
public record JsonText(Kind kind, String text, List<JsonText> items, Map<String, JsonText> fields) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What a piece is. */
    public enum Kind {
        NOTHING,
        STRING,
        NUMBER,
        TRUTH,
        LIST,
        OBJECT
    }

    /** Empty when the text is not exactly one piece of JSON, or an object names a field twice. */
    public static Optional<JsonText> parse(String text) {
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            var piece = piece(parser, text);
            return parser.nextToken() == null ? Optional.of(piece) : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot fail to be read", e);
        }
    }

    /** What was sent, as a text; empty for JSON's null. */
    public Optional<String> sent() {
        return kind == Kind.NOTHING ? Optional.empty() : Optional.of(text);
    }

    private static JsonText piece(JsonParser parser, String text) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> single(Kind.NOTHING, parser);
            case VALUE_STRING -> single(Kind.STRING, parser);
            case VALUE_TRUE, VALUE_FALSE -> single(Kind.TRUTH, parser);
            case START_ARRAY -> list(parser, text);
            case START_OBJECT -> object(parser, text);
            default -> single(Kind.NUMBER, parser);
        };
    }

    private static JsonText single(Kind kind, JsonParser parser) throws IOException {
        return new JsonText(kind, parser.getText(), List.of(), Map.of());
    }

    private static JsonText list(JsonParser parser, String text) throws IOException {
        var begin = begin(parser);
        var items = new ArrayList<JsonText>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(piece(parser, text));
        }
        return new JsonText(Kind.LIST, text.substring(begin, end(parser)), items, Map.of());
    }

    private static JsonText object(JsonParser parser, String text) throws IOException {
        var begin = begin(parser);
        var fields = new LinkedHashMap<String, JsonText>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            fields.put(name, piece(parser, text));
        }
        return new JsonText(Kind.OBJECT, text.substring(begin, end(parser)), List.of(), fields);
    }

    private static int begin(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private static int end(JsonParser parser) {
        return (int) parser.currentLocation().getCharOffset();
    }
}
