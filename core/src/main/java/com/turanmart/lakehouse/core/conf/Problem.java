package com.turanmart.lakehouse.core.conf;

import java.util.Comparator;

/**
 * One mistake in a configuration, with its place.
 *
 * @param file the file or environment variable that holds it
 * @param line counted from one; zero when the whole file is meant
 */
public record Problem(String file, int line, String text) implements Comparable<Problem> {
    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparing(Problem::text);

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }

    @Override
    public String toString() {
        return line == 0 ? file + ": " + text : file + ":" + line + ": " + text;
    }
}
