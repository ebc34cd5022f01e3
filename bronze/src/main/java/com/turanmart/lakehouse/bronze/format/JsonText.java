package com.turanmart.lakehouse.bronze.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of a record that are JSON themselves: their parts, each as the text that was sent. */
public final class JsonText {
    /** The record around a value has passed the limits of its table. */
    private static final int ANY_DEPTH = Integer.MAX_VALUE;

    private static final JsonObject OBJECT = new JsonObject(ANY_DEPTH);
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(ANY_DEPTH)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonText() {}

    /** The fields of an object; empty when the text is none. */
    public static Optional<Map<String, String>> fields(String text) {
        var record = OBJECT.record(0, text);
        return record.malformed().isPresent() ? Optional.empty() : Optional.of(record.fields());
    }

    /** The items of a list; empty when the text is none. */
    public static Optional<List<String>> items(String text) {
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            List<String> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                var begin = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                items.add(text.substring(begin, (int) parser.currentLocation().getCharOffset()));
            }
            return Optional.of(items);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
