package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Bronze rows with the declared columns of a silver table, and in {@code _fault} why a row cannot be taken. */
public final class Typed {
    public static final String FAULT = "_fault";

    /** Why a row cannot be taken even if it is a delete, of which only the key and its place in the order count. */
    public static final String KEY_FAULT = "_key_fault";

    /** Where a row came from and how it stands among others: kept beside the declared columns until the merge. */
    public static final List<String> ORIGIN =
            List.of("_op", "_sequence", "_committed_at", "_file", "_line", "_file_sha256", "_data_date");

    private Typed() {}

    public static Dataset<Row> rows(SilverTable table, Dataset<Row> bronze) {
        var sent = table.columns().stream()
                .filter(column -> column.from().isPresent())
                .toList();
        var derived = table.columns().stream()
                .filter(column -> column.expr().isPresent())
                .toList();
        var typed = bronze.select(columns(
                sent.stream().map(column -> TypedColumn.of(column).as(column.name())),
                fault(table, sent).as(FAULT),
                fault(
                                table,
                                sent.stream()
                                        .filter(column -> isOfKey(table, column))
                                        .toList())
                        .as(KEY_FAULT)));
        for (var column : derived) {
            typed = withDerived(table, column, typed);
        }
        return typed.select(
                columns(table.columns().stream().map(column -> quoted(column.name())), col(FAULT), col(KEY_FAULT)));
    }

    private static Dataset<Row> withDerived(SilverTable table, Column column, Dataset<Row> typed) {
        var expression = column.expr().orElseThrow();
        var value = expr(expression);
        var actual = typed.select(value).schema().fields()[0].dataType();
        if (column.type() instanceof DecimalType
                && (actual.equals(DataTypes.DoubleType) || actual.equals(DataTypes.FloatType))) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    table.table() + ": column " + column.name() + " is declared "
                            + column.type().sql().toLowerCase(Locale.ROOT)
                            + ", its expression gives a " + actual.sql().toLowerCase(Locale.ROOT)
                            + ". Keep money in decimals: cast the operands, or use minor_digits.");
        }
        // A plain cast would wrap what is too large around.
        var cast = expr("try_cast((" + expression + "\n) AS " + column.type().sql() + ")");
        var lost = value.isNotNull().and(cast.isNull());
        var missing = isNeeded(table, column) ? cast.isNull() : lit(false);
        var faulty = typed;
        for (var fault : isOfKey(table, column) ? List.of(FAULT, KEY_FAULT) : List.of(FAULT)) {
            faulty = faulty.withColumn(
                    fault,
                    when(col(fault).isNull().and(lost), lit(column.name() + " does not fit its type"))
                            .when(col(fault).isNull().and(missing), lit(column.name() + " is missing"))
                            .otherwise(col(fault)));
        }
        return faulty.withColumn(column.name(), cast);
    }

    private static boolean isOfKey(SilverTable table, Column column) {
        return table.grain().contains(column.name()) || table.write().latestBy().contains(column.name());
    }

    private static boolean isNeeded(SilverTable table, Column column) {
        return column.required() || table.grain().contains(column.name());
    }

    /** Names of the columns only: a value could be personal. Null when there is no fault. */
    private static org.apache.spark.sql.Column fault(SilverTable table, List<Column> sent) {
        var faults = new ArrayList<org.apache.spark.sql.Column>();
        for (var column : sent) {
            var text = quoted(column.from().orElseThrow());
            var typed = TypedColumn.of(column);
            faults.add(when(
                    text.isNotNull().and(typed.isNull()),
                    lit(column.name() + " is no " + column.type().sql().toLowerCase(Locale.ROOT))));
            if (isNeeded(table, column)) {
                faults.add(when(text.isNull(), lit(column.name() + " is missing")));
            }
        }
        var present = filter(
                array(faults.toArray(org.apache.spark.sql.Column[]::new)), org.apache.spark.sql.Column::isNotNull);
        var joined = array_join(present, "; ");
        return when(joined.notEqual(""), joined);
    }

    private static org.apache.spark.sql.Column[] columns(
            Stream<org.apache.spark.sql.Column> declared, org.apache.spark.sql.Column... faults) {
        var origin = ORIGIN.stream().map(Typed::quoted);
        return Stream.of(declared, Stream.of(faults), origin)
                .flatMap(part -> part)
                .toArray(org.apache.spark.sql.Column[]::new);
    }

    private static org.apache.spark.sql.Column quoted(String name) {
        return col("`" + name + "`");
    }
}
