package com.turanmart.lakehouse.silver;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What a table should keep of a whole history, written without Spark: an oracle of the tests. */
record LatestOfAll(List<BronzeRow> history) {
    private static final Comparator<String> NULL_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<BronzeRow> BY_AGE = Comparator.comparing(BronzeRow::sequence, NULL_FIRST)
            .thenComparing(row -> row.op().equals("D"))
            .thenComparing(row -> row.texts().get(1), NULL_FIRST)
            .thenComparing(row -> row.texts().get(2), NULL_FIRST);

    List<String> rows() {
        var latest = new TreeMap<String, BronzeRow>();
        history.forEach(row -> latest.merge(row.texts().get(0), row, (a, b) -> BY_AGE.compare(a, b) >= 0 ? a : b));
        return latest.values().stream()
                .filter(row -> !row.op().equals("D"))
                .map(row -> "[" + row.texts().get(0) + "," + row.texts().get(1) + ","
                        + (row.texts().get(2) == null ? null : row.texts().get(2) + ".00") + "," + row.sequence() + "]")
                .toList();
    }
}
