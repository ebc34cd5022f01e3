package com.turanmart.lakehouse.pipeline.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text for a person, each column as wide as its widest cell; numbers stand to the right. */
final class Columns {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 60;

    private Columns() {}

    static List<String> aligned(List<List<String>> rows) {
        var widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(column -> padded(row.get(column), widths[column]))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }

    /** In UTC, as everything in the lakehouse. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** A value that somebody sent: on one line, not too long, and without signs that move a terminal's cursor. */
    static String shown(String value) {
        var printable = value.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST - 1) + "…";
    }

    private static String padded(String cell, int width) {
        var blanks = " ".repeat(width - cell.length());
        return cell.matches("[0-9,]+") ? blanks + cell : cell + blanks;
    }
}
