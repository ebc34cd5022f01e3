package com.turanmart.lakehouse.shop.demo;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares a table, row for row and to the cent, with the truth that the shop tells. */
public final class TruthCheck {
    private TruthCheck() {}

    /** Rows that only one side has, as text with the side in front; empty when both are equal. */
    public static List<String> differences(Dataset<Row> mart, Path truthFolder) {
        return differences(mart, truthFolder, "finance_daily");
    }

    /** The same for any mart whose rows the shop writes to a file of this name. */
    public static List<String> differences(Dataset<Row> mart, Path truthFolder, String name) {
        var lines = lines(truthFolder.resolve(name + ".csv"));
        var columns = List.of(lines.get(0).split(",", -1));
        return differences(mart, columns, ",", lines.subList(1, lines.size()));
    }

    /** The same for any table whose rows the shop tells, as {@link com.turanmart.lakehouse.shop.Shop#rows} does. */
    public static List<String> differences(Dataset<Row> table, List<String> columns, List<String> rows) {
        return differences(table, columns, "|", rows);
    }

    private static List<String> differences(
            Dataset<Row> table, List<String> columns, String between, List<String> rows) {
        var texts = columns.stream()
                .map(column -> coalesce(col(column).cast("string"), lit("")))
                .toArray(Column[]::new);
        // How often the truth has a row, less how often the table has it.
        var balance = new TreeMap<String, Integer>();
        rows.forEach(row -> balance.merge(row, 1, Integer::sum));
        table.select(concat_ws(between, texts))
                .collectAsList()
                .forEach(row -> balance.merge(row.getString(0), -1, Integer::sum));
        var differences = new ArrayList<String>();
        balance.forEach((row, count) ->
                differences.addAll(Collections.nCopies(Math.abs(count), (count > 0 ? "truth " : "table ") + row)));
        return differences;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
