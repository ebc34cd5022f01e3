package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.sql.CheckedArithmetic;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Columns that are expressions over typed ones. */
final class Derived {
    private Derived() {}

    static Dataset<Row> with(SilverTable table, Column column, Dataset<Row> typed) {
        var expression = column.expr().orElseThrow();
        var value = expr(expression);
        refuseMoneyFromDoubles(
                table, column, typed.select(value).schema().fields()[0].dataType());
        // A plain cast would wrap what is too large around, and so would plain arithmetic.
        var checked = CheckedArithmetic.of(value);
        var cast = CheckedArithmetic.of(
                expr("try_cast((" + expression + "\n) AS " + column.type().sql() + ")"));
        var lost = value.isNotNull()
                .and(cast.isNull())
                .or(value.eqNullSafe(checked).equalTo(false));
        var missing = cast.isNull().and(lit(table.isNeeded(column)));
        var fault = when(lost, lit(column.name() + " does not fit its type"))
                .when(missing, lit(column.name() + " is missing"));
        return typed.withColumn(
                        Typed.FAULT_COLUMN,
                        coalesce(col(Typed.FAULT_COLUMN), when(fault.isNotNull(), lit(column.name()))))
                .withColumn(Typed.FAULT, coalesce(col(Typed.FAULT), fault))
                .withColumn(
                        Typed.KEY_FAULT,
                        table.isOfKey(column.name()) ? coalesce(col(Typed.KEY_FAULT), fault) : col(Typed.KEY_FAULT))
                .withColumn(column.name(), cast);
    }

    private static void refuseMoneyFromDoubles(SilverTable table, Column column, DataType actual) {
        if (column.type() instanceof DecimalType
                && (actual.equals(DataTypes.DoubleType) || actual.equals(DataTypes.FloatType))) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    table.table() + ": column " + column.name() + " is declared "
                            + column.type().sql().toLowerCase(Locale.ROOT)
                            + ", its expression gives a " + actual.sql().toLowerCase(Locale.ROOT)
                            + ". Keep money in decimals: cast the operands, or use minor_digits.");
        }
    }
}
