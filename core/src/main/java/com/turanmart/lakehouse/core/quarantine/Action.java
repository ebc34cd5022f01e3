package com.turanmart.lakehouse.core.quarantine;

import java.util.Locale;

/** What a person decides about a quarantined row. */
public enum Action {
    /** The next run takes it through the rules of that day again. */
    RELEASE,
    /** It never comes in. */
    DISCARD;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
