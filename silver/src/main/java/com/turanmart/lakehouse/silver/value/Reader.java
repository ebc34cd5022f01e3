package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.core.conf.Written;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Reads texts of one column: a text has either exactly the value that is given back, or none. */
public interface Reader {
    /** The value as Spark takes it from Java; empty when the text is no such value. */
    Optional<Object> read(String text);

    /**
     * The reader of a type.
     *
     * @param minorDigits the text counts in units of 10^-n of the value's unit
     */
    static Reader of(DataType type, int minorDigits, Written written) {
        if (type instanceof StringType) {
            return text -> NormalText.of(written.normalise(), text).map(Object.class::cast);
        }
        if (type instanceof BooleanType) {
            return new Booleans(written);
        }
        if (type instanceof DateType) {
            return new Dates(written.patterns());
        }
        if (type instanceof TimestampType) {
            return new Instants(written);
        }
        if (type instanceof TimestampNTZType) {
            return new LocalTimes(written.patterns());
        }
        if (type instanceof BinaryType) {
            return new Bytes(written.encoding());
        }
        if (type instanceof ArrayType || type instanceof StructType || type instanceof MapType) {
            return new NestedValues(type, written);
        }
        var signs = new PlainNumber(written);
        var number = number(type, minorDigits);
        return text -> signs.of(text).flatMap(number::read);
    }

    /** Numbers with a point and without groups, as programs write them. */
    static Reader number(DataType type, int minorDigits) {
        if (type instanceof DecimalType decimal) {
            return text -> Numbers.decimal(text, decimal, minorDigits);
        }
        if (type instanceof DoubleType || type instanceof FloatType) {
            return text -> Numbers.floating(text, type);
        }
        return text -> Numbers.whole(text, type);
    }
}
