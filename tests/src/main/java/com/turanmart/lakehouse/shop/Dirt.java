package com.turanmart.lakehouse.shop;

/** How badly the senders behave. */
public enum Dirt {
    NONE,
    SOME,
    HEAVY;

    /** Rows of one kind of dirt in a day of a data set that grows with the orders. */
    int rowsAmong(int orders) {
        return switch (this) {
            case NONE -> 0;
            case SOME -> Math.max(1, orders / 500);
            case HEAVY -> Math.min(orders, Math.max(10, orders / 50));
        };
    }

    /** Rows of one kind of dirt in a day of a data set that does not grow. */
    int rows() {
        return switch (this) {
            case NONE -> 0;
            case SOME -> 1;
            case HEAVY -> 10;
        };
    }
}
