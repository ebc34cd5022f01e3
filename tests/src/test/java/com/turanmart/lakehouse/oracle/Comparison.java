package com.turanmart.lakehouse.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** A mart of the lakehouse beside what it must say: every column, row by row. */
public record Comparison(long rows, List<String> differences) {

    public static Comparison of(Mart mart, Dataset<Row> published, Oracle oracle) {
        var missing = new TreeSet<>(mart.columns());
        missing.removeAll(Arrays.asList(published.columns()));
        if (!missing.isEmpty()) {
            return new Comparison(0, List.of(mart.table() + " has no column " + String.join(", ", missing)));
        }
        var columns = mart.columns().stream().map(functions::col).toArray(Column[]::new);
        var found = published.select(columns).collectAsList().stream()
                .map(Comparison::texts)
                .toList();
        return of(mart, found, oracle.rows(mart.table(), mart.columns()));
    }

    /** Rows with the columns of the mart, in its order. */
    public static Comparison of(Mart mart, List<List<String>> found, List<List<String>> expected) {
        var differences = new ArrayList<String>();
        var byKey = byKey(mart, found, differences);
        var expectedByKey = byKey(mart, expected, differences);
        expectedByKey.forEach((key, row) -> {
            if (byKey.containsKey(key)) {
                differences.addAll(differences(mart, key, byKey.get(key), row));
            } else {
                differences.add(mart.table() + " " + key + ": missing");
            }
        });
        byKey.keySet().stream()
                .filter(key -> !expectedByKey.containsKey(key))
                .forEach(key -> differences.add(mart.table() + " " + key + ": not expected"));
        return new Comparison(expectedByKey.size(), differences);
    }

    private static List<String> differences(Mart mart, String key, List<String> found, List<String> expected) {
        var differences = new ArrayList<String>();
        for (var i = 0; i < found.size(); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                differences.add(mart.table() + " " + key + ": " + mart.columns().get(i) + " is " + found.get(i)
                        + ", expected " + expected.get(i));
            }
        }
        return differences;
    }

    private static Map<String, List<String>> byKey(Mart mart, List<List<String>> rows, List<String> differences) {
        var places = mart.grain().stream().map(mart.columns()::indexOf).toList();
        var byKey = new LinkedHashMap<String, List<String>>();
        for (var row : rows) {
            var key = String.join(" ", places.stream().map(row::get).toList());
            if (byKey.put(key, row) != null) {
                differences.add(mart.table() + " " + key + ": twice");
            }
        }
        return byKey;
    }

    private static List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < row.size(); i++) {
            texts.add(Value.text(row.get(i)));
        }
        return texts;
    }
}
