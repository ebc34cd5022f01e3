package com.turanmart.lakehouse.bronze.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One record of a landed file, as it was sent: its fields by name, or why it has none.
 *
 * @param line where the record ends in the file, from 1
 * @param raw the text of a malformed record, cut to {@link #RAW_LIMIT} characters
 */
public record SentRecord(long line, Map<String, String> fields, Optional<String> malformed, String raw) {
    public static final int RAW_LIMIT = 2000;

    static SentRecord of(long line, LinkedHashMap<String, String> fields) {
        return new SentRecord(line, fields, Optional.empty(), "");
    }

    static SentRecord malformed(long line, String reason, String raw) {
        return new SentRecord(
                line, Map.of(), Optional.of(reason), raw.length() > RAW_LIMIT ? raw.substring(0, RAW_LIMIT) : raw);
    }
}
