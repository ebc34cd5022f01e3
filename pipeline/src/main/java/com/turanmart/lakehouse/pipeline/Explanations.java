package com.turanmart.lakehouse.pipeline;

import static org.apache.spark.sql.functions.col;

import com.turanmart.lakehouse.bronze.ReleasedLines;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.quarantine.DecisionLog;
import com.turanmart.lakehouse.core.quarantine.Decisions;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.silver.Judgement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Takes a quarantined row through the rules of today, without writing anything. */
final class Explanations {
    private final Engine engine;
    private final QuarantinedRows rows;

    Explanations(Engine engine, QuarantinedRows rows) {
        this.engine = engine;
        this.rows = rows;
    }

    Explanation of(String id) {
        for (var table : rows.tables()) {
            var found = rows.some(table, col("_id").equalTo(id), 1);
            if (!found.isEmpty()) {
                return explain(table, found.get(0));
            }
        }
        throw QuarantinedRows.unknown(List.of(id));
    }

    private Explanation explain(Table table, QuarantinedRow row) {
        var decision = new DecisionLog(engine.tables())
                .about(table.table()).latest().stream()
                        .filter(made -> made.id().equals(row.id()))
                        .findFirst();
        var faults = table instanceof BronzeTable bronze ? faults(bronze, row) : faults((SilverTable) table, row);
        return new Explanation(row, decision, table.owner(), faults);
    }

    private List<String> faults(BronzeTable table, QuarantinedRow row) {
        var run = new Run(row.run(), LocalDate.ofInstant(row.at(), ZoneOffset.UTC), row.at());
        return ReleasedLines.faults(engine.spark(), engine.storage(), run, table, row.origin());
    }

    private List<String> faults(SilverTable table, QuarantinedRow row) {
        var bronze = table.inputs().get(0);
        var sent = Decisions.rowsOf(List.of(row.origin()), engine.tables().read(bronze));
        return sent.isEmpty() ? List.of("its row is not in " + bronze + " any more") : Judgement.faults(table, sent);
    }
}
