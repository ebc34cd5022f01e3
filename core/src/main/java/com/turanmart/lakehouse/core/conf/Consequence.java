package com.turanmart.lakehouse.core.conf;

import java.util.Locale;

/** What follows when a rule fails. */
public enum Consequence {
    /** The table is held. */
    BLOCK,
    /** It is told and recorded. */
    WARN;

    /** The word used in configuration and records. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
