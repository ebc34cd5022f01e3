package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** In what the columns of files differ from the declared ones, in one line for each column. */
final class ColumnDrift {
    private static final int MOST_TOLD = 20;
    private static final int MOST_CHARACTERS = 64;

    private final Map<String, Where> missing = new LinkedHashMap<>();
    private final Map<String, Where> undeclared = new TreeMap<>();

    private record Where(long rows, int files, String example) {
        Where and(Where other) {
            return new Where(rows + other.rows, files + other.files, example);
        }

        String told() {
            return (files == 1 ? "" : String.format(Locale.ROOT, "%,d files such as ", files)) + example;
        }
    }

    static ColumnDrift of(String path, FileEnd end) {
        var drift = new ColumnDrift();
        drift.add(path, end);
        return drift;
    }

    void add(String path, FileEnd end) {
        end.missing().forEach(column -> missing.merge(column, new Where(end.records(), 1, path), Where::and));
        end.undeclared().forEach((name, rows) -> undeclared.merge(name, new Where(rows, 1, path), Where::and));
    }

    boolean isEmpty() {
        return missing.isEmpty() && undeclared.isEmpty();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        missing.forEach((column, where) -> lines.add(
                "column '" + column + "' is missing in " + where.told() + renamed(column, undeclared.keySet())));
        undeclared.entrySet().stream()
                .limit(MOST_TOLD)
                .forEach(entry -> lines.add(String.format(
                        Locale.ROOT,
                        "column '%s' is not declared: %,d %s of %s",
                        printable(entry.getKey()),
                        entry.getValue().rows(),
                        entry.getValue().rows() == 1 ? "row" : "rows",
                        entry.getValue().told())));
        if (undeclared.size() > MOST_TOLD) {
            lines.add((undeclared.size() - MOST_TOLD) + " more columns are not declared");
        }
        return lines;
    }

    private static String renamed(String column, Set<String> others) {
        return Nearest.of(column, others)
                .map(other -> ". Was it renamed to '" + printable(other) + "'?")
                .orElse("");
    }

    private static String printable(String name) {
        var line = name.replaceAll("\\p{Cntrl}", " ");
        return line.substring(0, Math.min(line.length(), MOST_CHARACTERS));
    }
}
