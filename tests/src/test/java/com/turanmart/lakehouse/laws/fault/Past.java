package com.turanmart.lakehouse.laws.fault;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;

/** Nights that were never run, for rules that compare with earlier ones: each of them measured what the last one did. */
final class Past {
    private static final int NIGHTS = 28;

    private Past() {}

    static void invent(Path root) {
        var metrics = root.resolve("ops").resolve("metrics").toString();
        var session = SparkSession.active().newSession();
        var measured = session.read().format("delta").load(metrics);
        measured.crossJoin(session.range(1, NIGHTS + 1).withColumnRenamed("id", "nights"))
                .withColumn("data_date", expr("date_sub(data_date, int(nights))"))
                .withColumn("started_at", expr("started_at - make_dt_interval(int(nights))"))
                .select(Arrays.stream(measured.columns()).map(name -> col(name)).toArray(Column[]::new))
                .write()
                .format("delta")
                .mode("append")
                .save(metrics);
    }
}
