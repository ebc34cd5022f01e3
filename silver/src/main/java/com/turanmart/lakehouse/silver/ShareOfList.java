package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.sql.Names;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether full lists have so few rows, for what is there now, that they are more likely broken off than meant. */
final class ShareOfList {
    private final Write.Snapshot snapshot;

    ShareOfList(Write.Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    List<String> holds(Dataset<Row> fresh, Dataset<Row> now) {
        var scope = Names.columns(snapshot.scope());
        var listed = fresh.groupBy(scope)
                .agg(
                        count(lit(1)).as("_listed"),
                        max(Snapshots.DATE).cast("string").as("_date"));
        var there = now.groupBy(scope).agg(count(lit(1)).as("_there"));
        var joined = snapshot.scope().isEmpty()
                ? listed.crossJoin(there)
                : listed.join(there, snapshot.scope().toArray(String[]::new));
        return joined
                .where(col("_listed").multiply(100).lt(col("_there").multiply(snapshot.leastPercent())))
                .orderBy(col("_date"), col("_there").desc())
                .limit(1)
                .collectAsList()
                .stream()
                .map(this::line)
                .toList();
    }

    private String line(Row worst) {
        var of = snapshot.scope().isEmpty() ? "" : " of one " + String.join(", ", snapshot.scope());
        return String.format(
                Locale.ROOT,
                "held: the full list for %s%s has %,d rows where %,d are now, expected at least %d %%. Ask the sender"
                        + " for the whole list; if it is right, lower least_percent for this run.",
                worst.<String>getAs("_date"),
                of,
                worst.<Long>getAs("_listed"),
                worst.<Long>getAs("_there"),
                snapshot.leastPercent());
    }
}
