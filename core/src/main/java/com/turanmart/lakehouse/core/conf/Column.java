package com.turanmart.lakehouse.core.conf;

import java.util.Optional;
import org.apache.spark.sql.types.DataType;

/** One column of a silver table: a typed input column, or an expression over typed columns. */
public record Column(
        @Key(says = "The column's name in the table.", example = "ordered_at")
        String name,

        @Key(
                says = "Input column, or column.field of nested JSON, that is typed; exactly one of from and expr.",
                otherwise = "none",
                example = "ordered_at")
        Optional<String> from,

        @Key(
                says = "SQL expression over columns of this table that come from the input.",
                otherwise = "none",
                example = "to_date(ordered_at)")
        Optional<String> expr,

        @Key(says = "Spark SQL type; money is a decimal.", example = "timestamp")
        DataType type,

        @Key(says = "A row without a value is quarantined.", otherwise = "false", example = "true")
        boolean required,

        @Key(
                says = "The sender counts in units of 10^-n of the column's unit (2 for cents).",
                otherwise = "0",
                least = 0,
                example = "2")
        int minorDigits,

        @Key(says = "How the sender writes it.", otherwise = "{}", example = "{trim: true, empty_is_null: true}")
        Written written,

        @Key(says = "It is personal: what is kept of it.", otherwise = "none", example = "{kind: mask, keep_last: 4}")
        Optional<Privacy> privacy) {

    /** Whether the table itself keeps anything of it. */
    public boolean isStored() {
        return privacy.map(Privacy::isStored).orElse(true);
    }

    /** Whether its clear value is kept in the restricted twin of the table. */
    public boolean hasTwin() {
        return privacy.map(Privacy::hasTwin).orElse(false);
    }
}
