package com.turanmart.lakehouse.core.conf;

import java.time.LocalDate;
import java.util.Optional;

/** A rule that compares what is judged today with what was accepted on earlier data dates. */
public record HistoryRule(
        @Key(says = "What is measured: row_count, sum or completeness of a column.", example = "sum")
        Metric metric,

        @Key(says = "The column of a sum or completeness.", otherwise = "none", example = "fees")
        Optional<String> column,

        @Key(
                says =
                        "A column of dates: only rows of the data date are measured; without it all rows that are judged.",
                otherwise = "none",
                example = "lent_on")
        Optional<String> day,

        @Key(
                says = "The baseline: same_weekday (the weeks before) or last_days (the days before).",
                otherwise = "same_weekday",
                example = "last_days")
        Against against,

        @Key(says = "How many weeks or days the baseline goes back.", otherwise = "8", least = 1, example = "14")
        int window,

        @Key(says = "The least that passes, in percent of the baseline's median.", otherwise = "50", example = "70")
        int least,

        @Key(says = "The most that passes, in percent of the baseline's median.", otherwise = "200", example = "150")
        int most,

        @Key(
                says = "Accepted dates that the baseline needs; with fewer the rule is still learning and passes.",
                otherwise = "3",
                least = 1,
                example = "4")
        int atLeast,

        @Key(
                says = "Of a baseline whose median is below this the rule is still learning and passes.",
                otherwise = "0",
                least = 0,
                example = "50")
        int volume,

        @Key(
                says =
                        "The last day of a month is compared with those of as many months as the window counts; they are no part of another day's baseline.",
                otherwise = "false",
                example = "true")
        boolean monthEnds,

        @Key(says = "block holds the table, warn is told and recorded.", otherwise = "block", example = "warn")
        Consequence consequence) {
    /** What can be measured of rows. */
    public enum Metric {
        ROW_COUNT("RowCount"),
        SUM("Sum"),
        COMPLETENESS("Completeness");

        private final String word;

        Metric(String word) {
            this.word = word;
        }
    }

    /** Which earlier dates count. */
    public enum Against {
        SAME_WEEKDAY,
        LAST_DAYS
    }

    /** The first date that may count for a date. */
    public LocalDate since(LocalDate date) {
        if (isMonthEnd(date)) {
            return date.minusMonths(window);
        }
        return against == Against.SAME_WEEKDAY ? date.minusWeeks(window) : date.minusDays(window);
    }

    /** Whether the rule compares that date with ends of months only. */
    public boolean isMonthEnd(LocalDate date) {
        return monthEnds && date.getDayOfMonth() == date.lengthOfMonth();
    }

    /** The name of what it measures, the same for every rule that measures it. */
    public String measure() {
        return metric.word
                + column.map(name -> " \"" + name + "\"").orElse("")
                + day.map(name -> " of \"" + name + "\"").orElse("");
    }

    /** What it is called in reports. */
    public String name() {
        return measure() + (against == Against.SAME_WEEKDAY ? " against the same weekday" : " against the last days");
    }
}
