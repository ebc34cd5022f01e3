package com.turanmart.lakehouse.core.conf;

import java.util.List;

/** Rules in DQDL, grouped by what happens when one fails. */
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
        List<String> warn) {}
