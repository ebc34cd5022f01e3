package com.turanmart.lakehouse.gold;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.sql.Names;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.core.table.Memory;
import com.turanmart.lakehouse.core.table.Merge;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Units that are many and lie scattered, such as customers: rows that are joined with.
 *
 * @param keys one column of text, each key once
 * @param count how many there are
 */
record SomeKeys(Dataset<Row> keys, long count) implements Part {
    /** So many keys fit into every worker: the rows that they are joined with stay where they are. */
    private static final long FEW = 200_000;

    private static final String KEY = "_key";
    private static final String GONE = "_gone";

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public Dataset<Row> of(Dataset<Row> rows, String column) {
        return joined(rows, column, "left_semi");
    }

    /** To find its rows takes a look at all of the input: that is done once, however often the SQL names it. */
    @Override
    public Dataset<Row> narrow(Dataset<Row> input, String column, Memory memory) {
        return memory.keep(of(input, column));
    }

    @Override
    public Dataset<Row> besides(Dataset<Row> rows, String column) {
        return joined(rows, column, "left_anti");
    }

    /** Rows that are as they were are left alone: neither their files nor readers of the changes hear of them. */
    @Override
    public Commit commit(Tables tables, Staged rows, Stamp stamp) {
        var fresh = rows.fresh();
        var grain = rows.table().grain();
        var others =
                Stream.of(fresh.columns()).filter(name -> !grain.contains(name)).toList();
        return tables.merge(
                rows.table().table(),
                Merge.of(
                                fresh.withColumn(GONE, lit(false)).unionByName(gone(rows)),
                                Names.equal(grain, "kept", "fresh"))
                        .deleteWhen("fresh." + GONE)
                        .updateWhen("NOT (" + Names.same(others, "kept", "fresh") + ")")
                        .insertWhen("NOT fresh." + GONE),
                stamp);
    }

    private Dataset<Row> gone(Staged rows) {
        return of(rows.published().orElseThrow(), rows.unit())
                .as("kept")
                .join(rows.fresh().as("fresh"), expr(Names.equal(rows.table().grain(), "kept", "fresh")), "left_anti")
                .withColumn(GONE, lit(true));
    }

    private Dataset<Row> joined(Dataset<Row> rows, String column, String kind) {
        var type = rows.schema().apply(column).dataType();
        var typed = keys.toDF(KEY).select(col(KEY).cast(type));
        // Kept rows look to Spark as large as what they were made of, so that it would never think of it.
        return rows.join(
                count <= FEW ? broadcast(typed) : typed, Names.column(column).equalTo(col(KEY)), kind);
    }
}
