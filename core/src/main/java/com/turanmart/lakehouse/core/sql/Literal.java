package com.turanmart.lakehouse.core.sql;

import org.apache.spark.sql.types.DataType;

/** A value in the text of a query. */
public final class Literal {
    private Literal() {}

    /** The value that a text stands for in a type. */
    public static String of(String text, DataType type) {
        return "CAST('" + text.replace("\\", "\\\\").replace("'", "\\'") + "' AS " + type.sql() + ")";
    }
}
