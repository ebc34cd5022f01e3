package com.turanmart.lakehouse.bronze.dialect;

import java.util.Map;
import java.util.Optional;

/**
 * What a record says of one row.
 *
 * @param sequence the sender's order as text that sorts like it; empty for a row that comes before every change
 * @param committedAt as sent
 * @param fields the row after the change; of a delete what is known of the row that is gone
 * @param before fields as they were, as far as they were sent; empty when none were
 */
public record Change(
        Operation operation,
        Optional<String> sequence,
        Optional<String> committedAt,
        Map<String, String> fields,
        Map<String, String> before) {

    /** A change without an image of what was before. */
    static Change of(
            Operation operation, Optional<String> sequence, Optional<String> committedAt, Map<String, String> fields) {
        return new Change(operation, sequence, committedAt, fields, Map.of());
    }
}
