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

        @Key(says = GRAIN, example = "[loan_id, lent_on]") List<String> grain,

        @Key(says = KIND, otherwise = "by_unit", example = "by_key")
        Upkeep kind,

        @Key(says = UNIT, otherwise = "none", example = "lent_on")
        Optional<String> unit,

        @Key(says = TOUCHED, otherwise = "{}", example = "{silver.loans: lent_on}")
        Map<TableName, String> touched,

        @Key(says = NARROW, otherwise = "{}", example = "{silver.loans: lent_on}")
        Map<TableName, String> narrow,

        @Key(says = RULES, otherwise = "{}", example = "{block: ['IsComplete \"branch\"']}")
        Quality quality)
        implements SqlTable {

    @Override
    public Layer layer() {
        return Layer.SILVER;
    }
}
