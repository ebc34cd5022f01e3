package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Map;

/** A table of {@code tables/silver/} that looks up or joins silver tables, by {@code sql/silver/<name>.sql}. */
public record SilverSqlTable(
        @Key(says = "Full name, silver.<name>; the files are named after it.", example = "silver.loans_of_members")
        TableName table,

        @Key(says = "What one row is, for people.", example = "One row per loan, with the member's branch.")
        String description,

        @Key(says = "Who answers for the table.", example = "commerce-data")
        String owner,

        @Key(says = "Every silver table that the SQL reads.", example = "[silver.loans, silver.members]")
        List<TableName> inputs,

        @Key(says = "Columns that name a row; never null, never twice.", example = "[loan_id, lent_on]")
        List<String> grain,

        @Key(says = "Column of the grain whose values are recomputed and replaced as a whole.", example = "lent_on")
        String unit,

        @Key(
                says = "For each input, which units a changed row touches: an expression over its columns, or a SELECT"
                        + " from the table 'changed' joined with inputs.",
                example = "{silver.loans: lent_on}")
        Map<TableName, String> touched,

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
