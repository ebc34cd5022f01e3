package com.turanmart.lakehouse.bronze.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** Reads the text of one JSON object: numbers keep every digit, nested values stay the text that was sent. */
final class JsonObject {
    private final int depth;
    private final JsonFactory json;

    JsonObject(int depth) {
        this.depth = depth;
        json = JsonText.factory(depth);
    }

    SentRecord record(long line, String text) {
        try (var parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return SentRecord.malformed(line, "not a JSON object", text);
            }
            var fields = JsonText.fields(parser, text);
            return parser.nextToken() == null
                    ? SentRecord.of(line, fields)
                    : SentRecord.malformed(line, "more than one JSON value", text);
        } catch (JsonText.Unsound e) {
            return SentRecord.malformed(line, String.valueOf(e.getMessage()), text);
        } catch (StreamConstraintsException e) {
            return SentRecord.malformed(line, "nested deeper than " + depth, text);
        } catch (JsonProcessingException e) {
            return SentRecord.malformed(line, "not JSON", text);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot be read", e);
        }
    }
}
