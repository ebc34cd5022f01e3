package com.turanmart.lakehouse.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One attempt to pay an order.
 *
 * @param number of the attempt, from 1
 * @param paidAt epoch second
 * @param arrives days after the order's day on which the gateway delivers it
 * @param quarter of the local day, 0 to 3, which decides the file
 */
record Payment(
        long orderId,
        int number,
        String method,
        boolean captured,
        long amountMinor,
        long feeMinor,
        long paidAt,
        int arrives,
        int quarter) {

    LocalDate utcDay() {
        return LocalDate.ofInstant(Instant.ofEpochSecond(paidAt), ZoneOffset.UTC);
    }
}
