package com.turanmart.lakehouse.core.sql;

import java.util.List;
import org.apache.spark.sql.types.DataType;

/** A column type as Spark SQL writes it. */
public final class SqlType {
    /** The names of simple types, for messages. */
    public static final List<String> NAMES = List.of(
            "boolean",
            "tinyint",
            "smallint",
            "int",
            "bigint",
            "float",
            "double",
            "decimal",
            "string",
            "binary",
            "date",
            "timestamp",
            "timestamp_ntz");

    private SqlType() {}

    /** Refuses with {@link IllegalArgumentException} what Spark does not know as a type. */
    public static DataType parse(String text) {
        try {
            return SqlText.PARSER.parseDataType(text);
        } catch (Exception e) {
            throw new IllegalArgumentException(SqlProblem.reason(e), e);
        }
    }
}
