package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.quarantine.Origin;
import com.turanmart.lakehouse.core.quarantine.State;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * A row that a table could not take, as a person may see it.
 *
 * @param raw the value that was sent, when it may be shown: what a sender wrote in a broken line is not
 * @param at when the run began that put it aside
 */
public record QuarantinedRow(
        TableName table,
        String id,
        State state,
        Origin origin,
        String reason,
        Optional<String> raw,
        String run,
        Instant at) {

    static QuarantinedRow of(TableName table, Row row, boolean showsRaw) {
        return new QuarantinedRow(
                table,
                row.getAs("_id"),
                State.valueOf(row.<String>getAs("_state").toUpperCase(Locale.ROOT)),
                new Origin(row.getAs("_file"), row.<Long>getAs("_line"), row.getAs("_file_sha256")),
                row.getAs("_reason"),
                Optional.ofNullable(row.<String>getAs("_raw")).filter(raw -> showsRaw),
                row.getAs("_run_id"),
                row.<java.sql.Timestamp>getAs("_at").toInstant());
    }
}
