package com.turanmart.lakehouse.core.conf;

import java.util.List;

/** A table of {@code tables/silver/}: typed, one row per key. */
public record SilverTable(
        @Key(says = "Full name, silver.<name>; the file is named after it.", example = "silver.loans")
        TableName table,

        @Key(says = "What one row is, for people.", example = "One row per order; the latest version wins.")
        String description,

        @Key(says = "Who answers for the table.", example = "commerce-data")
        String owner,

        @Key(says = "The bronze table that it is made from.", example = "[bronze.loans]")
        List<TableName> inputs,

        @Key(says = "Columns that name a row; never null, never twice.", example = "[order_id]")
        List<String> grain,

        @Key(
                says = "Columns in order, keys and dates first.",
                example = "[{name: order_id, from: order_id, type: bigint}]")
        List<Column> columns,

        @Key(says = "How new versions meet old ones.", example = "{latest_by: [updated_at, _sequence]}")
        Write write,

        @Key(
                says = "Rules (DQDL) by consequence.",
                otherwise = "{}",
                example = "{block: ['IsPrimaryKey \"order_id\"']}")
        Quality quality)
        implements Table {

    @Override
    public Layer layer() {
        return Layer.SILVER;
    }
}
