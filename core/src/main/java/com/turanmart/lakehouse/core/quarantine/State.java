package com.turanmart.lakehouse.core.quarantine;

import java.util.Locale;

/** Where a quarantined row is in its life. */
public enum State {
    /** Nobody has decided about it since it was put aside. */
    OPEN,
    /** The next run of its table reads it again. */
    RELEASED,
    /** It never comes in. */
    DISCARDED,
    /** It was released and has come in. */
    RESOLVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
