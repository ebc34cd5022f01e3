package com.turanmart.lakehouse.core.conf;

import java.util.List;

/** Rules of a table and what happens when one fails. */
public record Quality(
        @Key(
                says = "Row rules of a silver table: rows that break one go to quarantine, the rest goes on.",
                otherwise = "[]",
                example = "['ColumnValues \"discount\" >= 0']")
        List<String> quarantine,

        @Key(
                says = "The table is held, and all that depends on it; readers keep the last good version.",
                otherwise = "[]",
                example = "['IsPrimaryKey \"order_id\"']")
        List<String> block,

        @Key(
                says = "Told and recorded, nothing else.",
                otherwise = "[]",
                example = "['Completeness \"channel\" > 0.95']")
        List<String> warn,

        @Key(
                says = "Queries for bad rows, of a table by SQL.",
                otherwise = "[]",
                example =
                        "[{name: no_fees_below_zero, says: Ask the desks., query: SELECT lent_on FROM gold.loans_daily WHERE fees < 0}]")
        List<SqlRule> sql,

        @Key(
                says = "Comparisons with what was accepted on earlier data dates.",
                otherwise = "[]",
                example = "[{metric: row_count, least: 70, most: 150}]")
        List<HistoryRule> history) {
    /** Nothing is asked of a table. */
    public static final Quality NONE = new Quality(List.of(), List.of(), List.of());

    /** Rules in DQDL only. */
    public Quality(List<String> quarantine, List<String> block, List<String> warn) {
        this(quarantine, block, warn, List.of(), List.of());
    }
}
