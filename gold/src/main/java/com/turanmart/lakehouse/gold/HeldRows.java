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

    /** Keeps the fresh rows, and says where. */
    TableName keep(Run run, Staged rows) {
        var name = rows.table().table();
        var kept = new TableName(Zone.QUARANTINE, "held_" + name.zone().word() + "_" + name.name());
        tables.replace(
                kept,
                rows.fresh().withColumn("_run_id", lit(run.id())),
                Stamp.ofInputs(run, Map.of()),
                List.of(),
                Map.of());
        return kept;
    }
}
