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

    /** Columns of a history: from when to before when a version held, and whether it holds still. */
    public static final String VALID_FROM = "valid_from";

    public static final String VALID_TO = "valid_to";
    public static final String CURRENT = "current";

    /** Whether a row without a value in a column cannot be taken. */
    public boolean isNeeded(Column column) {
        return column.required() || grain.contains(column.name());
    }

    /** Whether a column says which row it is about, or which version of it. */
    public boolean isOfKey(String column) {
        return grain.contains(column) || write.latestBy().contains(column);
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
                ? Optional.of(with(new TableName(Zone.RESTRICTED, table.name()), clear, Quality.NONE))
                : Optional.empty();
    }

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

    private SilverTable with(TableName name, List<Column> kept, Quality rules) {
        return new SilverTable(name, description, owner, inputs, explode, grain, kept, write, rules);
    }
}
