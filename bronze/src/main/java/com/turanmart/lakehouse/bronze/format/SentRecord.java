package com.turanmart.lakehouse.bronze.format;

import java.util.Map;
import java.util.Optional;

/**
 * One record of a landed file, as it was sent: its fields by name, or why it has none.
 *
 * @param line where the record ends in the file, from 1: its line, or its place among the records of a JSON array
 * @param raw the text of a malformed record, cut to {@link #RAW_LIMIT} characters
 */
public record SentRecord(long line, Map<String, String> fields, Optional<String> malformed, String raw) {
    public static final int RAW_LIMIT = 2000;

    static SentRecord of(long line, Map<String, String> fields) {
        return new SentRecord(line, fields, Optional.empty(), "");
    }

    static SentRecord malformed(long line, String reason, String raw) {
        return new SentRecord(line, Map.of(), Optional.of(reason), beginning(raw));
    }

    /** What is kept of a text for people; it never ends in half of a surrogate pair. */
    public static String beginning(String raw) {
        var end = Math.min(raw.length(), RAW_LIMIT);
        return raw.substring(0, end > 0 && Character.isHighSurrogate(raw.charAt(end - 1)) ? end - 1 : end);
    }
}
