package com.turanmart.lakehouse.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * One metric of one table, as one run measured it.
 *
 * @param at when that run started
 */
record Measurement(LocalDate date, Instant at, double value, State state) {
    /** What became of the rows that were measured. */
    enum State {
        ACCEPTED,
        HELD,
        /** They broke a rule, and a person let them pass. */
        OVERRIDDEN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a value of a later date had been there before: it says what was left for its date, not what came. */
    boolean isBackfillAmong(Iterable<Measurement> all) {
        for (var other : all) {
            if (other.date.isAfter(date) && other.at.isBefore(at) && !other.isAhead()) {
                return true;
            }
        }
        return false;
    }

    /** Measured for a day that had not come, by a slip of the hand: that says nothing about other dates. */
    private boolean isAhead() {
        return date.isAfter(LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(1));
    }
}
