package com.turanmart.lakehouse.bronze;

import java.util.Locale;

/** Where a landed file stands on its way into bronze. */
enum FileState {
    /** Its delivery is complete; nothing is decided yet. */
    SEEN,
    /** Its delivery is not complete. */
    WAITING,
    /** Its delivery is not taken in as it is. */
    HELD,
    /** Its rows are in the table. */
    LOADED,
    /** Its content is in the table under another name. */
    DUPLICATE;

    /** Whether no later run has to look at it again. */
    boolean isSettled() {
        return this == LOADED || this == DUPLICATE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
