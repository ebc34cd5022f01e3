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
import java.util.List;
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
        var left = new ArrayList<>(rows);
        var differences = new ArrayList<String>();
        for (var row : table.select(concat_ws(between, texts)).collectAsList()) {
            if (!left.remove(row.getString(0))) {
                differences.add("table " + row.getString(0));
            }
        }
        left.forEach(row -> differences.add("truth " + row));
        differences.sort((one, other) -> one.substring(6).compareTo(other.substring(6)));
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
