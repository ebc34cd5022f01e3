package com.turanmart.lakehouse.silver.privacy;

import static org.apache.spark.sql.functions.col;

import com.turanmart.lakehouse.core.conf.Privacy;
import com.turanmart.lakehouse.core.conf.SilverTable;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Typed rows as a table keeps them, and as its restricted twin does. Columns that are not declared stay. */
public final class Personal {
    private Personal() {}

    /** Nothing personal in clear. */
    public static Dataset<Row> without(SilverTable table, Dataset<Row> typed) {
        return typed.select(Stream.of(typed.columns())
                .filter(name -> table.column(name)
                        .map(com.turanmart.lakehouse.core.conf.Column::isStored)
                        .orElse(true))
                .map(name -> kept(table, name))
                .toArray(Column[]::new));
    }

    /** The clear values that the twin has, under the grain that the table itself keeps. */
    public static Dataset<Row> twin(SilverTable table, Dataset<Row> typed) {
        return typed.select(Stream.of(typed.columns())
                .map(name -> isInTwin(table, name) ? quoted(name) : kept(table, name))
                .toArray(Column[]::new));
    }

    private static boolean isInTwin(SilverTable table, String name) {
        return table.column(name)
                .flatMap(com.turanmart.lakehouse.core.conf.Column::privacy)
                .filter(Privacy::hasTwin)
                .isPresent();
    }

    private static Column kept(SilverTable table, String name) {
        return table.column(name)
                .flatMap(column -> column.privacy().map(privacy -> Kept.of(privacy, quoted(name), name, column.type())))
                .orElseGet(() -> quoted(name));
    }

    private static Column quoted(String name) {
        return col("`" + name + "`");
    }
}
