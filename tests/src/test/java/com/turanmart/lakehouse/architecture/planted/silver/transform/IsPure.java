package com.turanmart.lakehouse.architecture.planted.silver.transform;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** No offence: this count is a column. */
public final class IsPure {
    private IsPure() {}

    static Dataset<Row> perDay(Dataset<Row> rows) {
        return rows.groupBy("day").count().withColumn("day", functions.to_date(functions.col("day")));
    }
}
