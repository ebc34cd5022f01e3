package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.Column;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Values that bronze has in a type of their own: taken as they are, or into a type that holds each of them exactly. */
final class TypedAlready {
    /** Types whose values have one text that says all of them. */
    private static final Set<DataType> SAID_BY_A_TEXT = Set.of(
            DataTypes.ByteType,
            DataTypes.ShortType,
            DataTypes.IntegerType,
            DataTypes.LongType,
            DataTypes.BooleanType,
            DataTypes.DateType,
            DataTypes.TimestampNTZType);

    private static final Set<DataType> FLOATING = Set.of(DataTypes.FloatType, DataTypes.DoubleType);

    private TypedAlready() {}

    /** Null when the declared type does not hold the value. */
    static org.apache.spark.sql.Column as(Column declared, org.apache.spark.sql.Column value, DataType type) {
        var wanted = declared.type();
        if (FLOATING.contains(type) && FLOATING.contains(wanted)) {
            var cast = value.cast(wanted);
            return when(
                    abs(value)
                            .lt(lit(Double.POSITIVE_INFINITY))
                            .and(cast.cast(type).equalTo(value)),
                    cast);
        }
        if (type.catalogString().equals(wanted.catalogString()) && declared.minorDigits() == 0) {
            return value;
        }
        return type instanceof DecimalType || SAID_BY_A_TEXT.contains(type)
                ? Texts.read(declared, Texts.of(value))
                : lit(null).cast(wanted);
    }
}
