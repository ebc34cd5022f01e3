package com.turanmart.lakehouse.shop;

import java.util.List;

/** What can happen to an order, in the order in which it happens on one day. */
enum Happening {
    CREATED(0),
    PAID(6),
    LEFT(13),
    DISCOUNTED(18),
    RECOUNTED(19),
    RECOUNTED_AGAIN(20),
    DELETED(21);

    static final List<Happening> ALL = List.of(values());

    private final int hour;

    Happening(int hour) {
        this.hour = hour;
    }

    /** The local hour in which it happens on any day but the order's own. */
    int hour() {
        return hour;
    }
}
