package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.quality.Sorted;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was measured of one batch, each part on its own rows: so that a row that gets lost between them shows. */
record Batch(long read, long sound, long broken) {
    private static final String PART = "part";

    static Batch measure(Dataset<Row> typed, Sorted sorted) {
        var parts = part("read", typed)
                .unionAll(part("sound", sorted.sound()))
                .unionAll(part("broken", sorted.broken()))
                .groupBy(PART)
                .count()
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
        return new Batch(
                parts.getOrDefault("read", 0L), parts.getOrDefault("sound", 0L), parts.getOrDefault("broken", 0L));
    }

    private static Dataset<Row> part(String name, Dataset<Row> rows) {
        return rows.select(lit(name).as(PART));
    }

    boolean addsUp() {
        return read == sound + broken;
    }

    Counts counts(Decision decision, Commit commit) {
        var merged = commit.counts().containsKey("numTargetRowsInserted");
        var inserted = commit.count(merged ? "numTargetRowsInserted" : "numOutputRows");
        var updated = commit.count("numTargetRowsUpdated");
        var deleted = commit.count("numTargetRowsDeleted");
        return new Counts(
                read + decision.implied(),
                inserted,
                updated,
                deleted,
                decision.considered() - inserted - updated - deleted,
                sound + decision.implied() - decision.considered(),
                broken);
    }
}
