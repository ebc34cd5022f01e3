package com.turanmart.lakehouse.shop;

import java.util.Map;
import java.util.TreeMap;

/** Counts by name; of equal ones the first by name is preferred. */
final class Favourite {
    private final Map<String, Long> counts = new TreeMap<>();

    void add(String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    /** There is one as soon as anything was added. */
    String name() {
        return counts.entrySet().stream()
                .reduce((first, next) -> next.getValue() > first.getValue() ? next : first)
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
