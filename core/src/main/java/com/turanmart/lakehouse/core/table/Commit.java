package com.turanmart.lakehouse.core.table;

import java.util.Map;

/** A commit that is in the table, with Delta's own counts of what it changed. */
public record Commit(long version, Map<String, Long> counts) {

    public long count(String metric) {
        return counts.getOrDefault(metric, 0L);
    }
}
