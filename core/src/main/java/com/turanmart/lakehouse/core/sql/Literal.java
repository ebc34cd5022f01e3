package com.turanmart.lakehouse.core.sql;

import static org.apache.spark.sql.functions.hex;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** A value in the text of a query. */
public final class Literal {
    private Literal() {}

    /** The text of a value, for {@link #of}. */
    public static Column text(Column value, DataType type) {
        return type.equals(DataTypes.BinaryType) ? hex(value) : value.cast("string");
    }

    /** The value that a text stands for in a type; bytes are sent as hexadecimal digits. */
    public static String of(String text, DataType type) {
        if (type.equals(DataTypes.BinaryType)) {
            return "X'" + text + "'";
        }
        return "CAST('" + text.replace("\\", "\\\\").replace("'", "\\'") + "' AS " + type.sql() + ")";
    }
}
