package com.turanmart.lakehouse.quality;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows sorted by row rules.
 *
 * @param sound rows that keep every rule, with the columns they came with
 * @param broken the others, with the rules they break in column {@code _broken}
 */
public record Sorted(Dataset<Row> sound, Dataset<Row> broken) {}
