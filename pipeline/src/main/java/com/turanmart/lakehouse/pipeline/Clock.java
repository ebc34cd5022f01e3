package com.turanmart.lakehouse.pipeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Durations and moments for people. */
final class Clock {
    private static final double NANOS_A_SECOND = 1e9;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private Clock() {}

    /** A name for what happens at a moment, which no other gets. */
    static String id(String kind, Instant moment) {
        return kind + "-" + STAMP.format(moment) + "-"
                + UUID.randomUUID().toString().substring(0, 4);
    }

    /** Seconds, to a tenth, since a {@link System#nanoTime()}. */
    static double secondsSince(long nanoTime) {
        return seconds(System.nanoTime() - nanoTime);
    }

    /** To a tenth. */
    static double seconds(long nanos) {
        return Math.round(nanos / NANOS_A_SECOND * 10) / 10.0;
    }
}
