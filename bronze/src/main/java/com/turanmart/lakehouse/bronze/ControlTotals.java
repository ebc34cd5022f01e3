package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Exact sums of columns, file by file, over the text that was sent. */
final class ControlTotals {
    private static final String PLAIN_DECIMAL = "[+-]?[0-9]{1,26}(\\.[0-9]{1,12})?";
    private static final String EXACT = "decimal(38,12)";

    /** @param unclear how many values are no plain decimal number, so that no sum of them can be trusted */
    record Sum(BigDecimal value, long unclear) {
        static final Sum NONE = new Sum(BigDecimal.ZERO, 0);

        Sum plus(Sum other) {
            return new Sum(value.add(other.value), unclear + other.unclear);
        }
    }

    private final Map<String, Map<String, Sum>> byFile = new HashMap<>();

    private ControlTotals() {}

    /** Nothing is read when no sum is asked for. */
    static ControlTotals of(Dataset<Row> rows, List<String> columns) {
        var totals = new ControlTotals();
        if (!columns.isEmpty()) {
            var sums = new ArrayList<Column>();
            columns.forEach(column -> sums.addAll(sums(column)));
            rows.groupBy("_file")
                    .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                    .collectAsList()
                    .forEach(row -> totals.take(row, columns));
        }
        return totals;
    }

    /** The sum over one file; a file without rows sums to nothing. */
    Sum of(String path, String column) {
        return Optional.ofNullable(byFile.get(path))
                .map(sums -> sums.get(column))
                .orElse(Sum.NONE);
    }

    private static List<Column> sums(String column) {
        var text = trim(col("`" + column + "`").cast("string"));
        var plain = text.rlike("^" + PLAIN_DECIMAL + "$");
        return List.of(
                coalesce(sum(when(plain, text.cast(EXACT))), lit(BigDecimal.ZERO)),
                count(when(plain.equalTo(false).and(text.notEqual("")), lit(1))));
    }

    private void take(Row row, List<String> columns) {
        var sums = new HashMap<String, Sum>();
        for (var i = 0; i < columns.size(); i++) {
            sums.put(columns.get(i), new Sum(row.getDecimal(1 + 2 * i), row.getLong(2 + 2 * i)));
        }
        byFile.put(row.getString(0), sums);
    }
}
