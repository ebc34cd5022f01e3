package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.Limits;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** How a sender writes its files: what an executor needs of a table's declaration. */
public record SentAs(
        List<String> columns,
        Map<String, DataType> types,
        Format format,
        Dialect dialect,
        int schemaVersion,
        String source,
        Limits limits)
        implements Serializable {

    public static SentAs of(BronzeTable table) {
        var landing = table.landing();
        return new SentAs(
                List.copyOf(table.columns()),
                Map.copyOf(table.types()),
                landing.format(),
                landing.dialect(),
                table.schemaVersion(),
                table.source().orElseGet(landing::firstFolder),
                landing.limits());
    }

    /** What a line without a header may hold; no two of them have as many fields. */
    List<List<String>> layouts() {
        List<List<String>> layouts = new ArrayList<>(List.of(columns));
        if (dialect instanceof Dialect.Dms dms) {
            layouts.add(before(columns, dms.operation()));
            layouts.add(before(columns, dms.operation(), dms.committedAt()));
        }
        return layouts;
    }

    private static List<String> before(List<String> columns, String... others) {
        var layout = new ArrayList<>(List.of(others));
        layout.addAll(columns);
        return layout;
    }

    /** The type that a column has in bronze. */
    public DataType type(String column) {
        return types.getOrDefault(column, DataTypes.StringType);
    }
}
