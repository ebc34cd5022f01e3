package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.SilverTable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * How versions of one key stand to each other. The order is the declared one, then the content itself: two versions
 * that tie are decided the same way in whatever order and under whatever file name they come.
 */
public final class Versions {
    /** Whether a version says that its row is gone. */
    public static final String GONE = "_gone";

    private final SilverTable table;

    public Versions(SilverTable table) {
        this.table = table;
    }

    /** Columns that the table keeps: the declared ones, and those that order versions. */
    public List<String> kept() {
        return Stream.concat(table.columns().stream().map(Column::name), table.write().latestBy().stream())
                .distinct()
                .toList();
    }

    /** The latest version of each key, with {@link #GONE}; of a delete and a row that tie, the delete. */
    public Dataset<Row> latest(Dataset<Row> typed) {
        var gone = table.write()
                .deleteWhen()
                .map(condition -> expr("coalesce(" + condition + ", false)"))
                .orElse(lit(false));
        var order = Stream.of(
                        table.write().latestBy().stream(),
                        Stream.of(GONE),
                        table.columns().stream().map(Column::name))
                .flatMap(names -> names)
                .map(name -> desc(name))
                .toArray(org.apache.spark.sql.Column[]::new);
        var keys =
                table.grain().stream().map(name -> col("`" + name + "`")).toArray(org.apache.spark.sql.Column[]::new);
        return typed.withColumn(GONE, gone)
                .withColumn("_rank", row_number().over(Window.partitionBy(keys).orderBy(order)))
                .where(col("_rank").equalTo(1))
                .select(Stream.concat(kept().stream(), Stream.of(GONE))
                        .map(name -> col("`" + name + "`"))
                        .toArray(org.apache.spark.sql.Column[]::new));
    }

    /** SQL: both sides are about the same key. */
    public String sameKey(String left, String right) {
        return table.grain().stream()
                .map(name -> left + ".`" + name + "` = " + right + ".`" + name + "`")
                .collect(Collectors.joining(" AND "));
    }

    /** SQL: the left version comes after the right one, by order and then by content. */
    public String after(String left, String right) {
        var names = Stream.concat(
                        table.write().latestBy().stream(),
                        table.columns().stream().map(Column::name))
                .distinct()
                .toList();
        return struct(left, names) + " > " + struct(right, names);
    }

    /** SQL: the left version is as late as the right one by declared order, or later. */
    public String notBefore(String left, String right) {
        return struct(left, table.write().latestBy()) + " >= "
                + struct(right, table.write().latestBy());
    }

    private static String struct(String side, List<String> names) {
        return names.stream().map(name -> side + ".`" + name + "`").collect(Collectors.joining(", ", "struct(", ")"));
    }
}
