package com.turanmart.lakehouse.shop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares a mart, row for row and to the cent, with the truth that the shop wrote. */
public final class TruthCheck {
    private TruthCheck() {}

    /** Rows that only one side has, as text with the side in front; empty when both are equal. */
    public static List<String> differences(Dataset<Row> mart, Path truthFolder) {
        var lines = lines(truthFolder.resolve("finance_daily.csv"));
        var columns = lines.get(0).split(",", -1);
        var expected = new TreeSet<>(lines.subList(1, lines.size()));
        var actual = mart
                .select(columns[0], List.of(columns).subList(1, columns.length).toArray(String[]::new))
                .collectAsList()
                .stream()
                .map(TruthCheck::line)
                .collect(Collectors.toCollection(TreeSet::new));
        var differences = new ArrayList<String>();
        Stream.concat(
                        expected.stream().filter(line -> !actual.contains(line)).map(line -> "truth " + line),
                        actual.stream().filter(line -> !expected.contains(line)).map(line -> "mart  " + line))
                .sorted((left, right) -> left.substring(6).compareTo(right.substring(6)))
                .forEach(differences::add);
        return differences;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Row row) {
        return IntStream.range(0, row.length())
                .mapToObj(i -> String.valueOf(row.get(i)))
                .collect(Collectors.joining(","));
    }
}
