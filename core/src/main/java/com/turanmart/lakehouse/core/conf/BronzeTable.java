package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;

/** A table of {@code tables/bronze/}: what lands, kept as it was sent. */
public record BronzeTable(
        @Key(says = "Full name, bronze.<name>; the file is named after it.", example = "bronze.loans")
        TableName table,

        @Key(says = "What the rows are, for people.", example = "Orders as the shop's database sends them.")
        String description,

        @Key(says = "Who answers for the table.", example = "commerce-data")
        String owner,

        @Key(
                says = "Where deliveries lie and how they are written.",
                example = "{path: \"shop/orders/dt={date}/*.csv.gz\", format: csv}")
        Landing landing,

        @Key(says = "Columns as sent, by header or field name.", example = "[order_id, status, updated_at]")
        List<String> columns,

        @Key(
                says = "Types of columns in files that have types; a column that is not named here is text."
                        + " For parquet, orc and avro only.",
                otherwise = "{}",
                example = "{order_id: bigint, amount: \"decimal(18,2)\"}")
        Map<String, DataType> types,

        @Key(
                says = "When a file has other columns: rescue (they are kept in _rescued, missing ones are null) or"
                        + " refuse (the file is held).",
                otherwise = "rescue",
                example = "refuse")
        Drift drift,

        @Key(
                says = "The sending system, recorded on every row; without it the first folder of the landing path.",
                otherwise = "none",
                example = "shop")
        Optional<String> source,

        @Key(says = "The sender's schema version, recorded on every row.", otherwise = "1", least = 1, example = "3")
        int schemaVersion,

        @Key(
                says = "Rules (DQDL) over the new rows before they are appended.",
                otherwise = "{}",
                example = "{block: ['RowCount > 0']}")
        Quality quality)
        implements Table {
    /** What the lakehouse adds to every row: where it came from and how the sender ordered it. */
    public static final List<String> TECHNICAL =
            List.of("_data_date", "_file", "_line", "_op", "_sequence", "_committed_at");

    @Override
    public List<TableName> inputs() {
        return List.of();
    }

    @Override
    public Layer layer() {
        return Layer.BRONZE;
    }
}
