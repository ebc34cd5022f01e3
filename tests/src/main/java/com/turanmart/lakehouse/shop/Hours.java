package com.turanmart.lakehouse.shop;

/** Rows that are spread evenly over the hours of a day. */
record Hours(int rowsPerDay) {
    static final int COUNT = 24;

    /** The first row of an hour; that of hour 24 is behind the last one. */
    int first(int hour) {
        return (int) ((long) rowsPerDay * hour / COUNT);
    }
}
