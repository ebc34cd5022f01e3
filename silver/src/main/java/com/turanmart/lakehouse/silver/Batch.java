package com.turanmart.lakehouse.silver;

import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.quality.Sorted;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was measured of one batch, each part on its own rows: so that a row that gets lost between them shows. */
record Batch(long read, long sound, long broken) {

    static Batch measure(Dataset<Row> typed, Sorted sorted) {
        return new Batch(typed.count(), sorted.sound().count(), sorted.broken().count());
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
