package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.sql.Names;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Which events are repetitions: those before which another event of the same key happened, by time and then by content,
 * within the declared days. Whether that other one is a repetition itself does not matter, so that nothing depends on
 * what came first.
 */
public final class Repetitions {
    /** Where an event of the comparison is: of events that are equal, the lower one is the first. */
    public static final String PLACE = "_place";

    /** A repetition that is remembered by its key and its time alone. */
    public static final int REMEMBERED = 0;

    public static final int KEPT = 1;
    public static final int FRESH = 2;

    /** Whether an event repeats another one. */
    public static final String REPEATS = "_repeats";

    /** Whether it repeats one of those that are in the same {@link #PLACE}. */
    public static final String REPEATS_FRESH = "_repeats_fresh";

    /** Whether an event repeats one of another time: then nothing that is kept tells of its own time. */
    public static final String DRIFTED = "_drifted";

    private Repetitions() {}

    /**
     * Events with what they repeat.
     *
     * @param events all that is known of the keys in question, with {@link #PLACE}
     */
    public static Dataset<Row> marked(SilverTable table, Dataset<Row> events) {
        var append = (Write.Append) table.write();
        var time = Names.column(append.time());
        var content = table.columns().stream().map(Column::name).toList();
        var order = new org.apache.spark.sql.Column[content.size() + 3];
        order[0] = time;
        order[1] = when(col(PLACE).equalTo(REMEMBERED), lit(0)).otherwise(lit(1));
        for (var index = 0; index < content.size(); index++) {
            order[index + 2] = Names.column(content.get(index));
        }
        order[order.length - 1] = col(PLACE);
        var all = Window.partitionBy(Names.columns(table.grain())).orderBy(order);
        var alike = Window.partitionBy(Names.columns(Names.union(table.grain(), List.of(PLACE))))
                .orderBy(order);
        var near = "%s >= `" + append.time() + "` - INTERVAL " + append.withinDays() + " DAYS";
        return events.withColumn("_before", lag(time, 1).over(all))
                .withColumn("_before_alike", lag(time, 1).over(alike))
                .withColumn(REPEATS, expr("coalesce(" + String.format(near, "_before") + ", false)"))
                .withColumn(REPEATS_FRESH, expr("coalesce(" + String.format(near, "_before_alike") + ", false)"))
                .withColumn(DRIFTED, col(REPEATS).and(col("_before").notEqual(time)))
                .drop("_before", "_before_alike");
    }
}
