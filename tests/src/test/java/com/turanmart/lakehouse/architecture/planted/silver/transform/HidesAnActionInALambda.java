package com.turanmart.lakehouse.architecture.planted.silver.transform;

import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Takes the first row, later. */
public final class HidesAnActionInALambda {
    private HidesAnActionInALambda() {}

    static Function<Dataset<Row>, Object> firstRow() {
        return rows -> rows.select("id").first();
    }
}
