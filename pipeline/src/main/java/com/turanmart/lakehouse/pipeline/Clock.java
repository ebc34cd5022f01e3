package com.turanmart.lakehouse.pipeline;

/** Durations for people. */
final class Clock {
    private static final double NANOS_A_SECOND = 1e9;

    private Clock() {}

    /** Seconds, to a tenth, since a {@link System#nanoTime()}. */
    static double secondsSince(long nanoTime) {
        return Math.round((System.nanoTime() - nanoTime) / NANOS_A_SECOND * 10) / 10.0;
    }
}
