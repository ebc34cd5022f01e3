package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Optional;

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

        @Key(
                says =
                        "Input column, or column.field, with a list: the table has one row per element, _position its place.",
                otherwise = "none",
                example = "books")
        Optional<String> explode,

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
    /** Place of an element in its list, counted from one, where a table has a row for each. */
    public static final String POSITION = "_position";

    /** Whether a row without a value in a column cannot be taken. */
    public boolean isNeeded(Column column) {
        return column.required() || grain.contains(column.name());
    }

    /** A declared column. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The table as it is stored: without columns that nothing is kept of. */
    public SilverTable stored() {
        return with(table, columns.stream().filter(Column::isStored).toList(), quality);
    }

    /** The table of the same rows in the restricted zone, with the clear values that are kept there. */
    public Optional<SilverTable> twin() {
        var clear = columns.stream()
                .filter(column -> grain.contains(column.name()) || column.hasTwin())
                .toList();
        return columns.stream().anyMatch(Column::hasTwin)
                ? Optional.of(with(
                        new TableName(Zone.RESTRICTED, table.name()),
                        clear,
                        new Quality(List.of(), List.of(), List.of())))
                : Optional.empty();
    }

    private SilverTable with(TableName name, List<Column> kept, Quality rules) {
        return new SilverTable(name, description, owner, inputs, explode, grain, kept, write, rules);
    }

    @Override
    public Layer layer() {
        return Layer.SILVER;
    }
}
