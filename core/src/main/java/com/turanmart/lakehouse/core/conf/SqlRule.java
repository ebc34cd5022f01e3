package com.turanmart.lakehouse.core.conf;

/** A rule that DQDL cannot say: a query for the rows that must not be. */
public record SqlRule(
        @Key(says = "What it is called in reports; once in a table.", example = "loans_equal_silver")
        String name,

        @Key(
                says = "What is wrong when it fails and what helps, for people.",
                example = "A day's loans differ from silver; build the day again.")
        String says,

        @Key(
                says = "SELECT of bad rows from the table itself, as readers would see it after this write, and its"
                        + " inputs, by their full names.",
                example = "SELECT lent_on FROM gold.loans_daily WHERE fees < 0")
        String query,

        @Key(says = "Bad rows that are tolerated.", otherwise = "0", least = 0, example = "3")
        int atMost,

        @Key(says = "block holds the table, warn is told and recorded.", otherwise = "block", example = "warn")
        Consequence consequence) {}
