package com.turanmart.lakehouse.core.table;

import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that a table could not take, in {@code quarantine.<zone>_<table>}. They are written before the table's own
 * commit; writing them again for the same files after a crash changes nothing.
 */
public final class Quarantine {
    private final Tables tables;
    private final TableName quarantine;

    public Quarantine(Tables tables, TableName table) {
        this.tables = tables;
        quarantine = new TableName(Zone.QUARANTINE, table.zone().word() + "_" + table.name());
    }

    /**
     * Puts aside the rows of some files, in place of what an earlier attempt put aside of them.
     *
     * @param rows with columns _file, _line, _file_sha256, _reason, _raw
     */
    public void replace(Run run, Dataset<Row> rows, List<String> sha256s) {
        if (sha256s.isEmpty()) {
            return;
        }
        var files = sha256s.stream().map(hash -> "'" + hash + "'").collect(Collectors.joining(", "));
        tables.replaceWhere(
                quarantine,
                rows.withColumn("_run_id", lit(run.id())).coalesce(1),
                "_file_sha256 IN (" + files + ")",
                Stamp.ofInputs(run, Map.of()),
                List.of());
    }
}
