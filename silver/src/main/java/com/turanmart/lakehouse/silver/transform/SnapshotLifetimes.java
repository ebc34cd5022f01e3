package com.turanmart.lakehouse.silver.transform;

import static com.turanmart.lakehouse.core.conf.SilverTable.CURRENT;
import static com.turanmart.lakehouse.core.conf.SilverTable.VALID_FROM;
import static com.turanmart.lakehouse.core.conf.SilverTable.VALID_TO;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.sum;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.sql.Names;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What full lists said, as lifetimes: what a list says holds until the date of the next list, and equal neighbours are
 * one lifetime. The dates of all lists are known, so that the lists of some dates can be put in, late or again, without
 * the lists of the others.
 */
public final class SnapshotLifetimes {
    /** Per scope, the dates of all its lists. */
    public static final String DATES = "_dates";

    /** Of these, the dates whose lists are put in now. */
    public static final String NEW_DATES = "_new_dates";

    private static final String NEXT = "array_min(filter(" + DATES + ", d -> d > %s))";

    private SnapshotLifetimes() {}

    /**
     * The rows of a history.
     *
     * @param kept lifetimes so far, at least those that touch a new date or the date after it
     * @param listed the whole lists of the new dates, with {@code _data_date}
     * @param calendars one row for each scope that has a new date
     */
    public static Dataset<Row> of(SilverTable table, Dataset<Row> kept, Dataset<Row> listed, Dataset<Row> calendars) {
        var scope = ((Write.Snapshot) table.write()).scope();
        var columns = Names.union(List.of(VALID_FROM, VALID_TO), table.kept());
        return joined(
                cut(table, kept, calendars, scope)
                        .select(Names.columns(columns))
                        .unionByName(dated(listed, calendars, scope).select(Names.columns(columns))),
                table);
    }

    /** Lifetimes without the time from each new date to the date after it. */
    private static Dataset<Row> cut(SilverTable table, Dataset<Row> kept, Dataset<Row> calendars, List<String> scope) {
        var edges =
                "array_union(" + NEW_DATES + ", transform(" + NEW_DATES + ", n -> " + String.format(NEXT, "n") + "))";
        var inside = "filter(" + edges + ", e -> e > " + VALID_FROM + " AND (" + VALID_TO + " IS NULL OR e < "
                + VALID_TO + "))";
        return kept.select(Names.columns(Names.union(List.of(VALID_FROM, VALID_TO), table.kept())))
                .as("kept")
                .join(calendars.as("calendar"), expr(Names.equal(scope, "kept", "calendar")))
                .selectExpr(
                        "kept.*",
                        DATES,
                        NEW_DATES,
                        "array_sort(array_union(array(" + VALID_FROM + "), " + inside + ")) AS _cuts")
                .selectExpr("*", "posexplode(_cuts) AS (_cut, _from)")
                .where("NOT array_contains(" + NEW_DATES + ", _from)")
                .withColumn(VALID_TO, expr("coalesce(get(_cuts, _cut + 1), " + VALID_TO + ")"))
                .withColumn(VALID_FROM, col("_from"));
    }

    private static Dataset<Row> dated(Dataset<Row> listed, Dataset<Row> calendars, List<String> scope) {
        return listed.as("listed")
                .join(calendars.as("calendar"), expr(Names.equal(scope, "listed", "calendar")))
                .selectExpr(
                        "listed.*",
                        "listed._data_date AS " + VALID_FROM,
                        String.format(NEXT, "listed._data_date") + " AS " + VALID_TO);
    }

    /** Lifetimes that touch and say the same are one. */
    private static Dataset<Row> joined(Dataset<Row> pieces, SilverTable table) {
        var byTime = Window.partitionBy(Names.columns(table.grain())).orderBy(col(VALID_FROM));
        var said = expr("struct("
                + String.join(
                        ", ",
                        table.kept().stream().map(name -> "`" + name + "`").toList()) + ")");
        var run = Names.union(table.grain(), List.of("_run"));
        var wholeRun = Window.partitionBy(Names.columns(run))
                .orderBy(col(VALID_FROM))
                .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        return pieces.withColumn("_said", said)
                .withColumn("_before", lag(col(VALID_TO), 1).over(byTime))
                .withColumn("_said_before", lag(col("_said"), 1).over(byTime))
                .withColumn("_begins", expr("NOT (_before <=> " + VALID_FROM + " AND _said_before <=> _said)"))
                .withColumn("_run", sum(expr("CAST(_begins AS INT)")).over(byTime))
                .withColumn(VALID_TO, last(col(VALID_TO)).over(wholeRun))
                .where(col("_begins"))
                .withColumn(CURRENT, col(VALID_TO).isNull())
                .select(Names.columns(Lifetimes.columns(table)));
    }
}
