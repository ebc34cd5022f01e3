package com.turanmart.lakehouse.core.table;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that meet the rows of a table; conditions name the two sides {@code fresh} and {@code kept}.
 *
 * @param on which kept row a fresh row is about; at most one fresh row for each
 * @param deleteWhen when the kept row goes, asked first
 * @param updateWhen when the fresh row replaces the kept one
 * @param insertWhen when a fresh row without a kept one comes in
 */
public record Merge(
        Dataset<Row> fresh,
        String on,
        Optional<String> deleteWhen,
        Optional<String> updateWhen,
        Optional<String> insertWhen) {

    /** A merge that changes nothing yet. */
    public static Merge of(Dataset<Row> fresh, String on) {
        return new Merge(fresh, on, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Merge deleteWhen(String condition) {
        return new Merge(fresh, on, Optional.of(condition), updateWhen, insertWhen);
    }

    public Merge updateWhen(String condition) {
        return new Merge(fresh, on, deleteWhen, Optional.of(condition), insertWhen);
    }

    public Merge insertWhen(String condition) {
        return new Merge(fresh, on, deleteWhen, updateWhen, Optional.of(condition));
    }
}
