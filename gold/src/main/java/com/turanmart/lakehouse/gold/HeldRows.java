package com.turanmart.lakehouse.gold;

import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.List;
import java.util.Map;

/** What would have been published and was held, kept for whoever has to find out why, until it is held again. */
final class HeldRows {
    private final Tables tables;

    HeldRows(Tables tables) {
        this.tables = tables;
    }

    /** Keeps the fresh rows, and says where; a table that is held stays held when that fails. */
    String keep(Run run, Staged rows) {
        var kept = place(rows.table().table());
        try {
            write(run, rows, kept);
            return "What would have been is kept in " + kept + ".";
        } catch (Exception e) {
            // Scala throws what Java would have to be told of.
            return "What would have been could not be kept in " + kept + ": " + e.getMessage();
        }
    }

    /** Clear names of persons stay where they may be. */
    private static TableName place(TableName table) {
        var zone = table.zone() == Zone.RESTRICTED ? Zone.RESTRICTED : Zone.QUARANTINE;
        return new TableName(zone, "held_" + table.zone().word() + "_" + table.name());
    }

    private void write(Run run, Staged rows, TableName kept) {
        tables.replace(
                kept,
                rows.fresh().withColumn("_run_id", lit(run.id())),
                Stamp.ofInputs(run, Map.of()),
                List.of(),
                Map.of());
    }
}
