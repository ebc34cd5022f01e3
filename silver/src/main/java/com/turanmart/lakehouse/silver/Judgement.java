package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.sql.Names;
import com.turanmart.lakehouse.quality.Rules;
import com.turanmart.lakehouse.quality.Sorted;
import com.turanmart.lakehouse.silver.privacy.Personal;
import com.turanmart.lakehouse.silver.transform.KeyChanges;
import com.turanmart.lakehouse.silver.transform.Typed;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which rows a silver table takes as it is declared today, and why it does not take the others. */
public final class Judgement {
    private static final String BROKEN = "_broken";

    private Judgement() {}

    /** Why the table would not take these rows of bronze, a line for each that it would not; never with a value. */
    public static List<String> faults(SilverTable table, Dataset<Row> bronze) {
        return sort(table, stated(table, bronze)).broken().select(BROKEN).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** Whether the table has for each of these rows of bronze one of its key that is as late, such as a correction. */
    public static boolean isOutdone(SilverTable table, Dataset<Row> bronze, Dataset<Row> kept) {
        var versions = new Versions(table);
        var place = Names.union(table.grain(), table.write().latestBy());
        var told = stated(table, bronze).select(Names.columns(Names.union(place, List.of(Typed.KEY_FAULT))));
        return Personal.without(table, told)
                .as("fresh")
                .join(
                        kept.as("kept"),
                        expr("fresh." + Typed.KEY_FAULT + " IS NULL AND " + versions.sameKey("kept", "fresh") + " AND "
                                + versions.notBefore("kept", "fresh")),
                        "left_anti")
                .isEmpty();
    }

    /** Rows of bronze as the table reads them, with what each says of its key. */
    static Dataset<Row> stated(SilverTable table, Dataset<Row> bronze) {
        return new Versions(table).stated(Typed.rows(table, KeyChanges.in(table, bronze)));
    }

    /** Rows that cannot be typed are broken before any rule is asked; a delete is only asked for its key. */
    static Sorted sort(SilverTable table, Dataset<Row> typed) {
        var rows = typed.where(not(Versions.isGone()));
        var deletes = typed.where(Versions.isGone());
        var sorted = Rules.sort(table.quality(), rows.where(col(Typed.FAULT).isNull()));
        return new Sorted(
                sorted.sound().unionByName(deletes.where(col(Typed.KEY_FAULT).isNull())),
                sorted.broken().unionByName(broken(rows, Typed.FAULT)).unionByName(broken(deletes, Typed.KEY_FAULT)));
    }

    private static Dataset<Row> broken(Dataset<Row> rows, String fault) {
        return rows.where(col(fault).isNotNull()).withColumn(BROKEN, col(fault));
    }

    /** Broken rows as quarantine takes them. */
    static Dataset<Row> quarantined(Dataset<Row> broken) {
        return broken.select(
                col("_file"),
                col("_line"),
                col("_file_sha256"),
                col(BROKEN).as("_reason"),
                col(Typed.FAULT_COLUMN).as("_column"),
                col(Typed.FAULT_RAW).as("_raw"));
    }
}
