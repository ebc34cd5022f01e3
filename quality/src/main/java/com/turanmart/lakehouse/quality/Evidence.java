package com.turanmart.lakehouse.quality;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What a rule saw.
 *
 * @param expected empty when the rule's own text says it
 * @param rows how many rows break the rule, where it is about rows
 * @param samples keys of some of these rows; never another value
 */
public record Evidence(String measured, String expected, OptionalLong rows, List<String> samples) {

    static Evidence of(String measured, String expected) {
        return new Evidence(measured, expected, OptionalLong.empty(), List.of());
    }

    private static final String NOT_EVALUATED = "it could not be evaluated: ";

    static Evidence notEvaluated(String why) {
        return of(NOT_EVALUATED + why, "");
    }

    boolean isKnown() {
        return !measured.startsWith(NOT_EVALUATED);
    }

    static Evidence brokenRows(long broken, long all, String expected) {
        var measured = String.format(Locale.ROOT, "%,d of %,d rows break it", broken, all);
        return new Evidence(measured, expected, OptionalLong.of(broken), List.of());
    }

    static Evidence badRows(long found, int atMost) {
        var measured = String.format(Locale.ROOT, "%,d bad %s", found, found == 1 ? "row" : "rows");
        var expected = atMost == 0 ? "none" : String.format(Locale.ROOT, "at most %,d", atMost);
        return new Evidence(measured, expected, OptionalLong.of(found), List.of());
    }

    /** A number for people, to four decimal places. */
    static String number(double value) {
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    Evidence with(List<String> keys) {
        return new Evidence(measured, expected, rows, keys);
    }

    @Override
    public String toString() {
        return measured
                + (expected.isEmpty() ? "" : ", expected " + expected)
                + (samples.isEmpty() ? "" : "; such as " + String.join(", ", samples));
    }
}
