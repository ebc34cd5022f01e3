package com.turanmart.lakehouse.shop;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Numbers and UTC instants as fixed-width text, without the cost of a formatter per row. */
final class Digits {
    private Digits() {}

    static void append(StringBuilder out, long number, int width) {
        long limit = 10;
        for (int digits = 1; digits < width; digits++) {
            if (number < limit) {
                out.append("0".repeat(width - digits));
                break;
            }
            limit *= 10;
        }
        out.append(number);
    }

    /** Appends a number with that many digits behind the point. */
    static void appendDecimal(StringBuilder out, long unscaled, int digits) {
        long one = 1;
        for (int digit = 0; digit < digits; digit++) {
            one *= 10;
        }
        out.append(unscaled < 0 ? "-" : "").append(Math.abs(unscaled) / one).append('.');
        append(out, Math.abs(unscaled) % one, digits);
    }

    /** Appends {@code yyyy-MM-dd HH:mm:ss} with the given separators. */
    static void appendUtc(StringBuilder out, long epochSecond, String dash, String between, String colon) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
        append(out, utc.getYear(), 4);
        append(out.append(dash), utc.getMonthValue(), 2);
        append(out.append(dash), utc.getDayOfMonth(), 2);
        append(out.append(between), utc.getHour(), 2);
        append(out.append(colon), utc.getMinute(), 2);
        append(out.append(colon), utc.getSecond(), 2);
    }
}
