package com.turanmart.lakehouse.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows of a table in one text: another one when a row is another one, whatever their order and their files. */
public final class Digest {
    private Digest() {}

    public static String of(Dataset<Row> table) {
        // A null leaves a hash as it was, so that a value could move to its column unseen.
        var columns = Arrays.stream(table.columns())
                .sorted()
                .flatMap(name -> Stream.of(col(name), col(name).isNull()))
                .toArray(Column[]::new);
        return table.agg(count(lit(1)), sum(xxhash64(columns).cast("decimal(38,0)")))
                .first()
                .mkString(" rows, hash ");
    }
}
