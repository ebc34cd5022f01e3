package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of {@code tables/silver/} that looks up or joins silver tables, by {@code sql/silver/<name>.sql}. */
public record SilverSqlTable(
        @Key(says = "Full name, silver.<name>; the files are named after it.", example = "silver.loans_of_members")
        TableName table,

        @Key(says = "What one row is, for people.", example = "One row per loan, with the member's branch.")
        String description,

        @Key(says = "Who answers for the table.", example = "commerce-data")
        String owner,

        @Key(says = "Every silver table that the SQL or a rule reads.", example = "[silver.loans, silver.members]")
        List<TableName> inputs,

        @Key(says = "Columns that name a row; never null, never twice.", example = "[loan_id, lent_on]")
        List<String> grain,

        @Key(
                says =
                        "How it is kept up with its inputs: by_unit replaces the touched units as partitions, by_key merges"
                                + " the rows of touched units, full computes all of it.",
                otherwise = "by_unit",
                example = "by_key")
        Upkeep kind,

        @Key(
                says = "Column of the grain whose values are computed anew as a whole; none in a table of kind full.",
                otherwise = "none",
                example = "lent_on")
        Optional<String> unit,

        @Key(
                says = "For each input, which units a changed row touches: an expression over its columns, or a SELECT"
                        + " from the table 'changed' joined with inputs.",
                otherwise = "{}",
                example = "{silver.loans: lent_on}")
        Map<TableName, String> touched,

        @Key(
                says =
                        "For inputs of which a unit needs its own rows only, the column that holds the unit: rows of other"
                                + " units are left out before the SQL sees them.",
                otherwise = "{}",
                example = "{silver.loans: lent_on}")
        Map<TableName, String> narrow,

        @Key(
                says = "Rules (DQDL) over what readers would see.",
                otherwise = "{}",
                example = "{block: ['IsComplete \"branch\"']}")
        Quality quality)
        implements SqlTable {

    @Override
    public Layer layer() {
        return Layer.SILVER;
    }
}
