package com.turanmart.lakehouse.architecture.planted.silver.transform;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts. */
public final class RunsAnAction {
    private RunsAnAction() {}

    static long rows(Dataset<Row> rows) {
        return rows.filter("id > 0").count();
    }
}
