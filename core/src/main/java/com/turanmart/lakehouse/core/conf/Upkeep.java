package com.turanmart.lakehouse.core.conf;

/** How much of a table by SQL is computed anew when its inputs have changed, and how that comes in. */
public enum Upkeep {
    /** The touched units, each a partition that is replaced: for days. */
    BY_UNIT,
    /** The touched units, whose rows are merged into the others: for keys, of which there are many. */
    BY_KEY,
    /** All of it, whatever changed: for small tables. */
    FULL
}
