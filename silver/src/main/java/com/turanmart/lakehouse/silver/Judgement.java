package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.quality.Rules;
import com.turanmart.lakehouse.quality.Sorted;
import com.turanmart.lakehouse.silver.transform.Typed;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which rows a silver table takes as it is declared today, and why it does not take the others. */
public final class Judgement {
    private static final String BROKEN = "_broken";

    private Judgement() {}

    /** Why the table would not take these rows of bronze, a line for each that it would not; never with a value. */
    public static List<String> faults(SilverTable table, Dataset<Row> bronze) {
        return sort(table, Typed.rows(table, bronze)).broken().select(BROKEN).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** Rows that cannot be typed are broken before any rule is asked. */
    static Sorted sort(SilverTable table, Dataset<Row> typed) {
        var untypable = typed.where(col(Typed.FAULT).isNotNull()).withColumn(BROKEN, col(Typed.FAULT));
        var sorted = Rules.sort(table.quality(), typed.where(col(Typed.FAULT).isNull()));
        return new Sorted(sorted.sound(), sorted.broken().unionByName(untypable));
    }

    /** Broken rows as quarantine takes them. */
    static Dataset<Row> quarantined(Dataset<Row> broken) {
        return broken.select(
                col("_file"),
                col("_line"),
                col("_file_sha256"),
                col(BROKEN).as("_reason"),
                lit(null).cast("string").as("_column"),
                lit(null).cast("string").as("_raw"));
    }
}
