package com.turanmart.lakehouse.shop;

import java.util.Locale;

/** One way in which a sender misbehaves. */
enum DirtKind {
    DUPLICATE_IN_FILE(0),
    DUPLICATE_ACROSS_FILES(1),
    OUT_OF_ORDER(2),
    TOO_FEW_FIELDS(3),
    TOO_MANY_FIELDS(4),
    CUT_OFF(5),
    WRONG_TYPE(6),
    UNKNOWN_CURRENCY(7),
    REDELIVERED_FILE(8),
    LATE_FILE(9),
    UNKNOWN_PRODUCT(10),
    IMPOSSIBLE_VALUE(11),
    WRONG_CLOCK(12);

    private final int number;

    DirtKind(int number) {
        this.number = number;
    }

    /** Keeps the victims and ghosts of the kinds apart. */
    int number() {
        return number;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
