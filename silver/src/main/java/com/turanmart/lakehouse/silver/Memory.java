package com.turanmart.lakehouse.silver;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Rows that one step reads more than once, kept until it ends. */
final class Memory implements AutoCloseable {
    private final Deque<Dataset<Row>> kept = new ArrayDeque<>();

    Dataset<Row> keep(Dataset<Row> rows) {
        kept.push(rows.persist(StorageLevel.MEMORY_AND_DISK()));
        return rows;
    }

    @Override
    public void close() {
        kept.forEach(Dataset::unpersist);
    }
}
