package com.turanmart.lakehouse.core.conf;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** A cron expression of five fields; here it is asked only on which days it fires. */
public final class Cron {
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final List<String> MONTHS =
            List.of("", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private final String text;
    private final BitSet daysOfMonth;
    private final BitSet months;
    private final BitSet daysOfWeek;
    private final boolean anyDayOfMonth;
    private final boolean anyDayOfWeek;

    private Cron(String text, String[] fields) {
        this.text = text;
        field(fields[0], 0, 59, List.of());
        field(fields[1], 0, 23, List.of());
        daysOfMonth = field(fields[2], 1, 31, List.of());
        months = field(fields[3], 1, 12, MONTHS);
        daysOfWeek = field(fields[4], 0, 7, DAYS);
        if (daysOfWeek.get(7)) {
            daysOfWeek.set(0);
        }
        anyDayOfMonth = fields[2].startsWith("*");
        anyDayOfWeek = fields[4].startsWith("*");
    }

    /** Refuses with {@link IllegalArgumentException} what is not a cron expression. */
    public static Cron parse(String text) {
        var fields = text.strip().split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException("a cron expression has five fields: minute hour day month weekday");
        }
        return new Cron(text, fields);
    }

    /** Like every cron: when both day fields are restricted, either of them is enough. */
    public boolean firesOn(LocalDate date) {
        var byMonthDay = daysOfMonth.get(date.getDayOfMonth());
        var byWeekday = daysOfWeek.get(
                date.getDayOfWeek() == DayOfWeek.SUNDAY
                        ? 0
                        : date.getDayOfWeek().getValue());
        var either = !anyDayOfMonth && !anyDayOfWeek;
        var day = either ? byMonthDay || byWeekday : byMonthDay && byWeekday;
        return months.get(date.getMonthValue()) && day;
    }

    private static BitSet field(String field, int low, int high, List<String> names) {
        var values = new BitSet(high + 1);
        for (var part : field.split(",", -1)) {
            var stepped = part.split("/", -1);
            var ends = stepped[0].equals("*") ? new String[] {"" + low, "" + high} : stepped[0].split("-", -1);
            var from = value(ends[0], names);
            var to = ends.length == 1 ? (stepped.length == 1 ? from : high) : value(ends[1], names);
            var step = stepped.length == 1 ? 1 : value(stepped[1], List.of());
            if (stepped.length > 2 || ends.length > 2 || from < low || to > high || from > to || step < 1) {
                throw new IllegalArgumentException("'" + field + "' is outside " + low + "-" + high);
            }
            for (var value = from; value <= to; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static int value(String word, List<String> names) {
        var index = names.indexOf(word.toUpperCase(Locale.ROOT));
        if (index >= 0 && !word.isEmpty()) {
            return index;
        }
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + word + "' is not a number" + (names.isEmpty() ? "" : " or a name"), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cron cron && cron.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
