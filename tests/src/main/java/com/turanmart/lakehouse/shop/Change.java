package com.turanmart.lakehouse.shop;

/**
 * One committed change of a row at its source.
 *
 * @param micros commit time in microseconds since the epoch
 * @param arrives days after the order's day on which the change is delivered
 * @param straggles whether it comes in a file behind that of later changes
 */
record Change<S>(char operation, long micros, int arrives, boolean straggles, S state) {
    static final char INSERT = 'I';
    static final char UPDATE = 'U';
    static final char DELETE = 'D';

    boolean deletes() {
        return operation == DELETE;
    }
}
