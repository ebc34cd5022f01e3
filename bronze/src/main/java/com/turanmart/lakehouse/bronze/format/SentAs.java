package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.Limits;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        if (!(dialect instanceof Dialect.Dms dms)) {
            return List.of(columns);
        }
        var last = dms.sequence().equals(Dialect.Dms.BY_LINE) ? List.<String>of() : List.of(dms.sequence());
        return List.of(
                columns,
                layout(List.of(dms.operation()), last),
                layout(List.of(dms.operation(), dms.committedAt()), last));
    }

    private List<String> layout(List<String> first, List<String> last) {
        return Stream.of(first, columns, last).flatMap(List::stream).toList();
    }

    /** The type that a column has in bronze. */
    public DataType type(String column) {
        return types.getOrDefault(column, DataTypes.StringType);
    }
}
