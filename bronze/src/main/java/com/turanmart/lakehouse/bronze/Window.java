package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The dates for which a run looks for files of a table.
 *
 * @param from the earliest; empty when all are looked at
 * @param besides earlier dates that have files which are not settled
 */
record Window(BronzeTable table, Optional<LocalDate> from, LocalDate to, Set<LocalDate> besides) {

    boolean holds(LocalDate date) {
        return !date.isAfter(to) && (isRecent(date) || besides.contains(date));
    }

    /** Whether a date lies in the part of the window that has no gaps. */
    boolean isRecent(LocalDate date) {
        return from.isEmpty() || !date.isBefore(from.get());
    }
}
