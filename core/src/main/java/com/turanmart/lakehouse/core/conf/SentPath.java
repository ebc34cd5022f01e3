package com.turanmart.lakehouse.core.conf;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What {@code from} names: a column of the input, or a field inside it.
 *
 * @param fields names of nested fields, outermost first; empty for the column itself
 */
public record SentPath(String column, List<String> fields) {

    /** A column may have points in its own name: the longest one that fits is meant. */
    public static Optional<SentPath> of(String from, Collection<String> columns) {
        return columns.stream()
                .filter(column -> from.equals(column) || from.startsWith(column + "."))
                .max(Comparator.comparingInt(String::length))
                .map(column -> new SentPath(
                        column,
                        from.equals(column)
                                ? List.of()
                                : List.of(from.substring(column.length() + 1).split("\\.", -1))));
    }
}
