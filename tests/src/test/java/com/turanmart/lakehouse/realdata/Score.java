package com.turanmart.lakehouse.realdata;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How much of what is wrong was found, and how much of what was found is wrong.
 *
 * @param found what the rules say is wrong
 * @param wrong what is wrong
 */
public record Score(Set<?> found, Set<?> wrong) {

    public double precision() {
        return (double) hits() / found.size();
    }

    public double recall() {
        return (double) hits() / wrong.size();
    }

    private int hits() {
        var hits = new HashSet<>(found);
        hits.retainAll(wrong);
        return hits.size();
    }

    /** As a table of a page tells it. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d | %,d | %,d | %.3f | %.3f",
                wrong.size(),
                found.size(),
                hits(),
                precision(),
                recall());
    }
}
