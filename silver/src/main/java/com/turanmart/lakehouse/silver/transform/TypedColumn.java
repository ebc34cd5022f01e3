package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.Column;
import java.math.BigDecimal;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * Text as a typed value. Spark's casts cut, round and guess; here a text has either exactly the value that is taken,
 * or none.
 */
final class TypedColumn {
    // Ended by \z: '$' would let a line break at the end pass.
    private static final String WHOLE = "^[+-]?[0-9]{1,19}\\z";
    private static final String NUMBER = "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?\\z";
    private static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}\\z";
    private static final String INSTANT =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?\\z";

    private TypedColumn() {}

    /** The typed value of a text column; null when the text is null or is no such value. */
    static org.apache.spark.sql.Column of(Column declared) {
        var text = col("`" + declared.from().orElseThrow() + "`");
        return declared.type() instanceof DecimalType decimal
                ? decimal(text, decimal, declared.minorDigits())
                : plain(text, declared.type());
    }

    private static org.apache.spark.sql.Column plain(org.apache.spark.sql.Column text, DataType type) {
        if (type.equals(DataTypes.StringType)) {
            return text;
        }
        if (type.equals(DataTypes.BooleanType)) {
            return when(text.equalTo("true"), lit(true)).when(text.equalTo("false"), lit(false));
        }
        var value = text.cast(type);
        return isFloating(type)
                ? when(text.rlike(NUMBER).and(abs(value).lt(lit(Double.POSITIVE_INFINITY))), value)
                : when(text.rlike(form(type)), value);
    }

    private static boolean isFloating(DataType type) {
        return type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType);
    }

    private static String form(DataType type) {
        if (type.equals(DataTypes.DateType)) {
            return DATE;
        }
        return type.equals(DataTypes.TimestampType) ? INSTANT : WHOLE;
    }

    /** More digits than the type holds are no value: neither rounded nor cut. */
    private static org.apache.spark.sql.Column decimal(
            org.apache.spark.sql.Column text, DecimalType type, int minorDigits) {
        var sentScale = Math.max(0, type.scale() - minorDigits);
        var wholeDigits = type.precision() - sentScale;
        var fraction = sentScale == 0 ? "(\\.0*)?" : "(\\.[0-9]{0," + sentScale + "}0*)?";
        var sent = when(
                text.rlike("^[+-]?0*[0-9]{1," + wholeDigits + "}" + fraction + "\\z"),
                text.cast(new DecimalType(type.precision(), sentScale)));
        return minorDigits == 0
                ? sent
                : sent.multiply(lit(BigDecimal.ONE.movePointLeft(minorDigits))).cast(type);
    }
}
