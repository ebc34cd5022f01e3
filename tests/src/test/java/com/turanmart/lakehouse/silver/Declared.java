package com.turanmart.lakehouse.silver;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Write;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;

/** Silver tables as tests declare them. */
public final class Declared {
    private Declared() {}

    public static SilverTable table(List<String> grain, Write write, Quality quality, Column... columns) {
        return new SilverTable(
                TableName.parse("silver.orders"),
                "Orders.",
                "commerce-data",
                List.of(TableName.parse("bronze.shop_orders")),
                grain,
                List.of(columns),
                write,
                quality);
    }

    public static Column sent(String name, String type) {
        return column(name, Optional.of(name), Optional.empty(), type, false, 0);
    }

    public static Column derived(String name, String expression, String type) {
        return column(name, Optional.empty(), Optional.of(expression), type, false, 0);
    }

    public static Column required(Column column) {
        return new Column(column.name(), column.from(), column.expr(), column.type(), true, column.minorDigits());
    }

    public static Column minor(Column column, int digits) {
        return new Column(column.name(), column.from(), column.expr(), column.type(), column.required(), digits);
    }

    public static Column sentAs(String name, String from, String type) {
        return column(name, Optional.of(from), Optional.empty(), type, false, 0);
    }

    private static Column column(
            String name, Optional<String> from, Optional<String> expr, String type, boolean required, int minorDigits) {
        return new Column(name, from, expr, DataType.fromDDL(type), required, minorDigits);
    }
}
