package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.col;

import com.turanmart.lakehouse.core.conf.SilverTable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Bronze rows with the declared columns of a silver table. In {@code _fault} is why a row cannot be taken, in
 * {@code _fault_column} the first column that is at fault, and in {@code _fault_raw} what was sent for it.
 */
public final class Typed {
    public static final String FAULT = "_fault";

    /** Why a row cannot be taken even if it is a delete, of which only the key and its place in the order count. */
    public static final String KEY_FAULT = "_key_fault";

    public static final String FAULT_COLUMN = "_fault_column";
    /** Null for a personal column; cut after some characters. */
    public static final String FAULT_RAW = "_fault_raw";

    /** Where a row came from and how it stands among others: kept beside the declared columns until the merge. */
    public static final List<String> ORIGIN =
            List.of("_op", "_sequence", "_committed_at", "_file", "_line", "_file_sha256", "_data_date");

    private Typed() {}

    public static Dataset<Row> rows(SilverTable table, Dataset<Row> bronze) {
        var elements = Elements.of(table, bronze);
        var sent = table.columns().stream()
                .filter(column -> column.from().isPresent())
                .map(column -> Sent.of(column, elements.schema()))
                .toList();
        var typed = elements.select(columns(
                sent.stream().map(found -> found.value().as(found.declared().name())),
                new Faults(table, sent).columns()));
        for (var column : table.columns()) {
            typed = column.expr().isPresent() ? Derived.with(table, column, typed) : typed;
        }
        return typed.select(columns(
                table.columns().stream().map(column -> quoted(column.name())),
                Stream.of(FAULT, KEY_FAULT, FAULT_COLUMN, FAULT_RAW).map(Typed::quoted)));
    }

    private static org.apache.spark.sql.Column[] columns(
            Stream<org.apache.spark.sql.Column> declared, Stream<org.apache.spark.sql.Column> faults) {
        var origin = ORIGIN.stream().map(Typed::quoted);
        return Stream.of(declared, faults, origin).flatMap(part -> part).toArray(org.apache.spark.sql.Column[]::new);
    }

    private static org.apache.spark.sql.Column quoted(String name) {
        return col("`" + name + "`");
    }
}
