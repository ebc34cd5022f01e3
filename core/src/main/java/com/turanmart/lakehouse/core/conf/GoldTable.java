package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of {@code tables/gold/}: a mart, defined by {@code sql/gold/<name>.sql} over its inputs. */
public record GoldTable(
        @Key(
                says = "Full name, gold.<name> or restricted.<name>; the files are named after it.",
                example = "gold.loans_daily")
        TableName table,

        @Key(says = "What one row is, for people.", example = "Sales and margin per day, country and category.")
        String description,

        @Key(says = "Who answers for the mart.", example = "finance")
        String owner,

        @Key(says = "Tables of one group are published together.", example = "finance")
        String group,

        @Key(says = "Every table that the SQL or a rule reads.", example = "[silver.loans, silver.members]")
        List<TableName> inputs,

        @Key(says = GRAIN, example = "[business_date, country]")
        List<String> grain,

        @Key(says = KIND, otherwise = "by_unit", example = "by_key")
        Upkeep kind,

        @Key(says = UNIT, otherwise = "none", example = "business_date")
        Optional<String> unit,

        @Key(says = TOUCHED, otherwise = "{}", example = "{silver.loans: business_date}")
        Map<TableName, String> touched,

        @Key(says = NARROW, otherwise = "{}", example = "{silver.loans: business_date}")
        Map<TableName, String> narrow,

        @Key(
                says =
                        "Whether the SQL also reads the mart itself, as it is published (the first time it is empty): for"
                                + " what must not change any more. Its touched may then read it too.",
                otherwise = "false",
                example = "true")
        boolean readsItself,

        @Key(says = "When it must be published.", otherwise = "none", example = "{at: \"08:00\", zone: Asia/Tashkent}")
        Optional<Deadline> deadline,

        @Key(says = RULES, otherwise = "{}", example = "{block: ['IsComplete \"margin\"']}")
        Quality quality)
        implements SqlTable {

    @Override
    public Layer layer() {
        return Layer.GOLD;
    }
}
