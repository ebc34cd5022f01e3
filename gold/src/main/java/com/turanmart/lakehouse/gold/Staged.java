package com.turanmart.lakehouse.gold;

import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.core.conf.SqlTable;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of a table that nobody sees yet.
 *
 * @param published the table as it is; none when there is no such table yet, or one of other columns
 * @param part what the fresh rows are all of
 */
record Staged(SqlTable table, Dataset<Row> fresh, Optional<Dataset<Row>> published, Part part) {

    /** The table as its readers would see it. */
    Dataset<Row> seen() {
        return published
                .map(rows -> part.besides(rows, unit()).unionByName(fresh))
                .orElse(fresh);
    }

    /** The rows that it would gain and lose, as the change feed will tell them; none when all of it is another table. */
    Optional<Dataset<Row>> changes() {
        return published.map(rows -> part.of(rows, unit())
                .withColumn("_change_type", lit("delete"))
                .unionByName(fresh.withColumn("_change_type", lit("insert"))));
    }

    /** The column of the units; a whole table has no need of it. */
    String unit() {
        return table.unit().orElse("");
    }
}
