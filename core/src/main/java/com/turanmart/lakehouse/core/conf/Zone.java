package com.turanmart.lakehouse.core.conf;

import java.util.Locale;

/** A place with rights of its own; an environment says where each one lies. */
public enum Zone {
    LANDING,
    BRONZE,
    SILVER,
    GOLD,
    RESTRICTED,
    QUARANTINE,
    OPS;

    /** The word used in configuration and as folder name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
