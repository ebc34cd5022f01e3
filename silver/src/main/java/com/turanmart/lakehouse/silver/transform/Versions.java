package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.sql.Names;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * How versions of one key stand to each other. The order is the declared one, then the {@link #STATE}, then the
 * content itself: two versions that tie are decided the same way in whatever order and under whatever file name they
 * come.
 */
public final class Versions {
    /** What a version says of its key; of versions that tie, the greater state wins. */
    public static final String STATE = "_state";

    /** The row goes on under another key. */
    public static final int MOVED = 0;

    public static final int THERE = 1;
    public static final int DELETED = 2;

    private final SilverTable table;

    public Versions(SilverTable table) {
        this.table = table;
    }

    /** Typed rows with their state. */
    public Dataset<Row> stated(Dataset<Row> typed) {
        var gone = table.write()
                .deleteWhen()
                .map(condition -> expr("coalesce((" + condition + "\n), false)"))
                .orElse(lit(false));
        var moved = table.write() instanceof Write.Cdc ? col("_op").eqNullSafe(Write.Cdc.MOVED) : lit(false);
        return typed.withColumn(
                STATE, when(moved, lit(MOVED)).when(gone, lit(DELETED)).otherwise(lit(THERE)));
    }

    /** SQL: a version says that its key has no row. */
    public static String gone(String side) {
        return side + "." + STATE + " <> " + THERE;
    }

    /** SQL: what {@link #gone} is not. */
    public static String there(String side) {
        return "NOT (" + gone(side) + ")";
    }

    public static Column isGone() {
        return col(STATE).notEqual(THERE);
    }

    /** The latest version of each key; of each key and further columns when there are some. */
    public Dataset<Row> latest(Dataset<Row> stated, String... within) {
        var order = Stream.of(
                        table.write().latestBy().stream(),
                        Stream.of(STATE),
                        table.columns().stream().map(com.turanmart.lakehouse.core.conf.Column::name))
                .flatMap(names -> names)
                .map(name -> Names.column(name).desc())
                .toArray(Column[]::new);
        var keys = Names.union(table.grain(), List.of(within));
        return stated.withColumn(
                        "_rank",
                        row_number()
                                .over(Window.partitionBy(Names.columns(keys)).orderBy(order)))
                .where(col("_rank").equalTo(1))
                .select(Names.columns(Names.union(Names.union(table.kept(), List.of(within)), List.of(STATE))));
    }

    /** What a deletion is remembered by: the key, the order and the state. */
    public List<String> ofADeath() {
        return Names.union(Names.union(table.grain(), table.write().latestBy()), List.of(STATE));
    }

    /** SQL: both sides are about the same key. */
    public String sameKey(String left, String right) {
        return Names.equal(table.grain(), left, right);
    }

    /** SQL: the left version comes after the right one, by order and then by content. */
    public String after(String left, String right) {
        var names = Names.union(
                table.write().latestBy(),
                table.columns().stream()
                        .map(com.turanmart.lakehouse.core.conf.Column::name)
                        .toList());
        return Names.struct(names, left) + " > " + Names.struct(names, right);
    }

    /** SQL: the left version, which stands in the table, does not come before the right one by order. */
    public String notBefore(String left, String right) {
        // A full list takes the place of the one before it, and keeps no order.
        return table.write() instanceof Write.Snapshot
                ? "true"
                : Names.struct(table.write().latestBy(), left) + " >= "
                        + Names.struct(table.write().latestBy(), right);
    }

    /** SQL: the left version, which is no row, outdoes the right one, which is a row. */
    public String outlives(String left, String right) {
        return placed(left, left + "." + STATE) + " > " + placed(right, "" + THERE);
    }

    private String placed(String side, String state) {
        return "named_struct('place', " + Names.struct(table.write().latestBy(), side) + ", 'state', " + state + ")";
    }
}
