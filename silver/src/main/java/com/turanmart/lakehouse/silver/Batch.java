package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.sql.Literal;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.quality.Sorted;
import com.turanmart.lakehouse.silver.transform.Versions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/**
 * What was measured of one batch, each part on its own rows: so that a row that gets lost between them shows.
 *
 * @param latest keys that the batch is about
 * @param gone of these, the keys whose latest version is a delete
 * @param keyRange SQL: between which keys a merge has to look, with AND at its end
 */
record Batch(long read, long sound, long broken, long latest, long gone, String keyRange) {

    static Batch measure(SilverTable table, Dataset<Row> typed, Sorted sorted, Dataset<Row> latest) {
        var key = table.grain().get(0);
        var keys = latest.agg(
                        count(lit(1)),
                        count(when(col(Versions.GONE), lit(1))),
                        min("`" + key + "`").cast("string"),
                        max("`" + key + "`").cast("string"))
                .first();
        return new Batch(
                typed.count(),
                sorted.sound().count(),
                sorted.broken().count(),
                keys.getLong(0),
                keys.getLong(1),
                keys.isNullAt(2) ? "" : keyRange(key, latest.schema().apply(key).dataType(), keys));
    }

    Counts counts(Commit commit) {
        var merged = commit.counts().containsKey("numTargetRowsInserted");
        var inserted = commit.count(merged ? "numTargetRowsInserted" : "numOutputRows");
        var updated = commit.count("numTargetRowsUpdated");
        var deleted = commit.count("numTargetRowsDeleted");
        return new Counts(
                read, inserted, updated, deleted, latest - inserted - updated - deleted, sound - latest, broken);
    }

    /** A merge skips files by literals only. */
    private static String keyRange(String key, DataType type, Row keys) {
        return "kept.`" + key + "` BETWEEN " + Literal.of(keys.getString(2), type) + " AND "
                + Literal.of(keys.getString(3), type) + " AND ";
    }
}
