package com.turanmart.lakehouse.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.quarantine.State;
import com.turanmart.lakehouse.core.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person does about quarantined rows: sees them, asks about one, and decides. */
public final class QuarantineDesk implements AutoCloseable {
    private final Engine engine;
    private final QuarantinedRows rows;

    private QuarantineDesk(Engine engine) {
        this.engine = engine;
        rows = new QuarantinedRows(engine.configuration(), engine.tables());
    }

    public static QuarantineDesk open(Configuration configuration) {
        var storage = Storage.of(configuration.environment());
        storage.reach();
        return new QuarantineDesk(Engine.start(configuration, storage));
    }

    /** How many rows there are by table, state and reason; of one table or of all. */
    public List<QuarantineGroup> list(Optional<String> table, Optional<State> state) {
        return table.map(name -> List.of(rows.table(name))).orElseGet(rows::tables).stream()
                .flatMap(each -> rows.groups(each, state).stream())
                .toList();
    }

    /** Some rows of a table, in the order of its files. */
    public List<QuarantinedRow> show(String table, Optional<String> reason, int limit) {
        var condition = reason.map(text -> col("_reason").contains(text)).orElse(lit(true));
        return rows.some(rows.table(table), condition, limit);
    }

    public Explanation explain(String id) {
        return new Explanations(engine, rows).of(id);
    }

    /** Decides about rows, all that are chosen or none; how many of which table. */
    public Map<TableName, Long> decide(Ruling ruling, Choice choice) {
        return new Rulings(engine, rows).decide(ruling, choice);
    }

    @Override
    public void close() {
        engine.close();
    }
}
