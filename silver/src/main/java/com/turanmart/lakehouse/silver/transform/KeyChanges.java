package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_contains_key;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.SentPath;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.sql.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An update whose image from before has another key is two changes: its row under the new key, and the old key whose
 * row has moved away. The second one is added here, as the sender would have sent it.
 */
public final class KeyChanges {
    private static final String BEFORE = "_before";
    private static final String OLD = "_old";

    private KeyChanges() {}

    public static Dataset<Row> in(SilverTable table, Dataset<Row> bronze) {
        if (!(table.write() instanceof Write.Cdc) || !List.of(bronze.columns()).contains(BEFORE)) {
            return bronze;
        }
        var keyed = keyed(table, List.of(bronze.columns()));
        var before = new LinkedHashMap<String, org.apache.spark.sql.Column>();
        for (var name : List.of(bronze.columns())) {
            if (!name.startsWith("_")) {
                before.put(name, before(name, bronze));
            }
        }
        var changed = keyed.stream()
                .map(name -> not(Names.column(name)
                        .eqNullSafe(Optional.ofNullable(before.get(name)).orElseGet(() -> Names.column(name)))))
                .reduce(lit(false), org.apache.spark.sql.Column::or);
        var moved = col(BEFORE).isNotNull().and(col("_op").equalTo("U")).and(changed);
        var both = bronze.withColumn(
                OLD, explode(when(moved, array(lit(false), lit(true))).otherwise(array(lit(false)))));
        return both.select(Stream.of(bronze.columns())
                .map(name -> side(name, before).as(name))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    private static org.apache.spark.sql.Column side(String name, Map<String, org.apache.spark.sql.Column> before) {
        var old = name.equals("_op") ? lit(Write.Cdc.MOVED) : before.getOrDefault(name, Names.column(name));
        return when(col(OLD), old).otherwise(Names.column(name));
    }

    /** A sender may leave out what has not changed. */
    private static org.apache.spark.sql.Column before(String name, Dataset<Row> bronze) {
        var type = bronze.schema().apply(name).dataType();
        return when(
                        map_contains_key(col(BEFORE), name),
                        element_at(col(BEFORE), name).cast(type))
                .otherwise(Names.column(name));
    }

    /** Fields that make up the key; a derived column of the grain can be made of any of them. */
    private static List<String> keyed(SilverTable table, List<String> sent) {
        var derived = table.columns().stream()
                .anyMatch(column -> column.from().isEmpty() && table.grain().contains(column.name()));
        return table.columns().stream()
                .filter(column -> derived || table.grain().contains(column.name()))
                .map(Column::from)
                .flatMap(Optional::stream)
                .flatMap(from -> SentPath.of(from, sent).stream())
                .map(SentPath::column)
                .distinct()
                .toList();
    }
}
