package com.turanmart.lakehouse.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keys of some of the rows that break rules, so that somebody can look them up. */
final class Samples {
    private static final int MOST = 5;
    /** A key that stands twice is shown once. */
    private static final int READ = 2 * MOST;

    private static final int LONGEST = 60;

    private final List<String> key;

    /** @param key columns that may be shown; none when no value may be */
    Samples(List<String> key) {
        this.key = key;
    }

    /** Of several rules at once, in one job. */
    Map<String, List<String>> of(Map<String, Dataset<Row>> brokenByRule) {
        var shown = new LinkedHashMap<String, List<String>>();
        var asked = new TreeMap<String, Dataset<Row>>();
        brokenByRule.forEach((rule, broken) -> {
            var columns = key.stream()
                    .filter(name -> Arrays.asList(broken.columns()).contains(name))
                    .toList();
            if (!columns.isEmpty()) {
                shown.put(rule, columns);
                asked.put(rule, some(rule, broken, columns));
            }
        });
        return asked.values().stream().reduce(Dataset::unionAll).map(Dataset::collectAsList).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(row -> row.getString(0)))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        found -> text(shown.getOrDefault(found.getKey(), List.of()), found.getValue())));
    }

    private static Dataset<Row> some(String rule, Dataset<Row> broken, List<String> columns) {
        var values = columns.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
        var texts = Arrays.stream(values).map(value -> value.cast("string")).toArray(Column[]::new);
        return broken.orderBy(values).limit(READ).select(lit(rule), array(texts));
    }

    private static List<String> text(List<String> columns, List<Row> rows) {
        return rows.stream()
                .map(row -> row.<String>getList(1))
                .map(values -> IntStream.range(0, columns.size())
                        .mapToObj(i -> columns.get(i) + "=" + shown(String.valueOf(values.get(i))))
                        .collect(Collectors.joining(" ")))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** On one line, not too long, and without signs that move a terminal's cursor. */
    static String shown(String value) {
        var printable = value.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST - 1) + "…";
    }
}
