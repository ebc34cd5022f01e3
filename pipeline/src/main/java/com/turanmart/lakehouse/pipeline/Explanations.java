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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
        if (table instanceof BronzeTable bronze) {
            return new Explanation(row, decision, table.owner(), faults(bronze, row), false);
        }
        var silver = (SilverTable) table;
        var input = silver.inputs().get(0);
        var sent = Decisions.rowsOf(List.of(row.origin()), engine.tables().read(input));
        if (sent.isEmpty()) {
            var gone = List.of("its row is not in " + input + " any more");
            return new Explanation(row, decision, table.owner(), gone, false);
        }
        return new Explanation(row, decision, table.owner(), Judgement.faults(silver, sent), isOutdone(silver, sent));
    }

    private boolean isOutdone(SilverTable table, Dataset<Row> sent) {
        return engine.tables().version(table.table()).isPresent()
                && Judgement.isOutdone(table, sent, engine.tables().read(table.table()));
    }

    private List<String> faults(BronzeTable table, QuarantinedRow row) {
        var run = new Run(row.run(), LocalDate.ofInstant(row.at(), ZoneOffset.UTC), row.at());
        return ReleasedLines.faults(engine.spark(), engine.storage(), run, table, row.origin());
    }
}
