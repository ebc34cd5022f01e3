package com.turanmart.lakehouse.silver.transform;

import static com.turanmart.lakehouse.core.conf.SilverTable.CURRENT;
import static com.turanmart.lakehouse.core.conf.SilverTable.VALID_FROM;
import static com.turanmart.lakehouse.core.conf.SilverTable.VALID_TO;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.sql.Names;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * From when to before when each version held: half open, one after the other, so that no two of a key overlap. Of
 * versions of one moment only the last one holds for longer than nothing.
 */
public final class Lifetimes {
    private Lifetimes() {}

    /** The columns of a history, keys and times first. */
    public static List<String> columns(SilverTable table) {
        return Names.union(Names.union(table.grain(), List.of(VALID_FROM, VALID_TO, CURRENT)), table.kept());
    }

    /**
     * The rows of a history.
     *
     * @param versions every version of the keys that it is about, deletes included, with {@link Versions#STATE}
     */
    public static Dataset<Row> of(SilverTable table, Dataset<Row> versions) {
        var order = table.write().latestBy();
        var content = table.columns().stream().map(Column::name).toList();
        var bySequence = Window.partitionBy(Names.columns(table.grain()))
                .orderBy(Names.columns(Names.union(Names.union(order, List.of(Versions.STATE)), content)));
        var from = Names.column(order.get(0));
        return versions.select(Names.columns(Names.union(table.kept(), List.of(Versions.STATE))))
                .distinct()
                .withColumn(VALID_FROM, from)
                .withColumn(VALID_TO, lead(from, 1).over(bySequence))
                .withColumn(CURRENT, col(VALID_TO).isNull())
                .where(col(Versions.STATE).equalTo(Versions.THERE))
                .select(Names.columns(columns(table)));
    }
}
