package com.turanmart.lakehouse.core.table;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.LogicalRDD$;
import org.apache.spark.storage.StorageLevel;

/** Rows that one step reads more than once, kept until it ends. */
public final class Memory implements AutoCloseable {
    private final Deque<JavaRDD<InternalRow>> kept = new ArrayDeque<>();

    /**
     * The rows, with no plan behind them: {@link Dataset#persist} would leave all of it to be analysed and compared at
     * every further step. Unlike after a local checkpoint, rows that go down with a machine are computed again.
     */
    public Dataset<Row> keep(Dataset<Row> rows) {
        // Spark writes every row of a partition into the same buffer.
        var copies = rows.queryExecution().toRdd().toJavaRDD().map(InternalRow::copy);
        kept.push(copies.persist(StorageLevel.MEMORY_AND_DISK()));
        return Dataset.ofRows(rows.sparkSession(), LogicalRDD$.MODULE$.fromDataset(copies.rdd(), rows, false));
    }

    @Override
    public void close() {
        kept.forEach(JavaRDD::unpersist);
    }
}
