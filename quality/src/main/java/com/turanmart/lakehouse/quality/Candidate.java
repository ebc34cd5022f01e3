package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.sql.SqlText;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a table is about to show, before its rules.
 *
 * @param rows a batch, or of a table by SQL all rows as readers would see them
 * @param units the units that are new in it; none when all rows are, or too many to name
 * @param query asks the table and its inputs by their names
 */
public record Candidate(Table table, Dataset<Row> rows, Set<String> units, Function<SqlText, Dataset<Row>> query) {

    /** A batch of a table that is no table by SQL. */
    public static Candidate batch(Table table, Dataset<Row> rows) {
        return new Candidate(table, rows, Set.of(), sql -> {
            throw new IllegalStateException(table.table() + " has no rules by SQL");
        });
    }
}
