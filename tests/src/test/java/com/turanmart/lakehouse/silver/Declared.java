package com.turanmart.lakehouse.silver;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Privacy;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.conf.Written;
import com.turanmart.lakehouse.core.conf.Yaml;
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
                Optional.empty(),
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
        return new Column(
                column.name(),
                column.from(),
                column.expr(),
                column.type(),
                true,
                column.minorDigits(),
                column.written(),
                column.privacy());
    }

    /** The same column, as its sender writes it. */
    public static Column written(Column column, String yaml) {
        return new Column(
                column.name(),
                column.from(),
                column.expr(),
                column.type(),
                column.required(),
                column.minorDigits(),
                Yaml.read(Written.class, yaml),
                column.privacy());
    }

    /** The same column, as what is kept of a personal value. */
    public static Column personal(Column column, Privacy privacy) {
        return new Column(
                column.name(),
                column.from(),
                column.expr(),
                column.type(),
                column.required(),
                column.minorDigits(),
                column.written(),
                Optional.of(privacy));
    }

    /** The same table, with a row for each element of a list. */
    public static SilverTable exploded(SilverTable table, String from) {
        return new SilverTable(
                table.table(),
                table.description(),
                table.owner(),
                table.inputs(),
                Optional.of(from),
                table.grain(),
                table.columns(),
                table.write(),
                table.quality());
    }

    public static Column minor(Column column, int digits) {
        return new Column(
                column.name(),
                column.from(),
                column.expr(),
                column.type(),
                column.required(),
                digits,
                column.written(),
                column.privacy());
    }

    public static Column sentAs(String name, String from, String type) {
        return column(name, Optional.of(from), Optional.empty(), type, false, 0);
    }

    private static Column column(
            String name, Optional<String> from, Optional<String> expr, String type, boolean required, int minorDigits) {
        return new Column(
                name, from, expr, DataType.fromDDL(type), required, minorDigits, Written.AS_SENT, Optional.empty());
    }
}
