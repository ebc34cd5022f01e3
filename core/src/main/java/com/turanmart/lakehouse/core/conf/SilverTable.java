package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    /** Columns of a history: from when to before when a version held, and whether it holds still. */
    public static final String VALID_FROM = "valid_from";

    public static final String VALID_TO = "valid_to";
    public static final String CURRENT = "current";

    /** Where its versions are kept, if they are. */
    public Optional<TableName> history() {
        return write.history() ? Optional.of(new TableName(table.zone(), table.name() + "_history")) : Optional.empty();
    }

    /** Columns that its rows have: the declared ones, and those that order versions. */
    public List<String> kept() {
        var declared = columns.stream().map(Column::name);
        return write instanceof Write.Snapshot
                ? declared.toList()
                : Stream.concat(declared, write.latestBy().stream()).distinct().toList();
    }

    @Override
    public List<TableName> gives() {
        return Stream.concat(Stream.of(table), history().stream()).toList();
    }

    @Override
    public Layer layer() {
        return Layer.SILVER;
    }
}
