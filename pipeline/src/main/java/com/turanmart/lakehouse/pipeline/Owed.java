package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Which rows that are missing somebody has to send: a table over data sets that never came and nobody owes is not late. */
final class Owed {
    private final Map<TableName, Table> givers = new HashMap<>();
    private final Tables tables;

    Owed(List<Table> declared, Tables tables) {
        declared.forEach(table -> table.gives().forEach(name -> givers.put(name, table)));
        this.tables = tables;
    }

    /** The end of a table by SQL: in time when it waits only for what nobody owes. */
    StepResult judged(SqlTable table, StepResult result) {
        return result.outcome() != Outcome.WAITING || isAwaited(table)
                ? result
                : StepResult.inTime(
                        result.counts(),
                        result.and(List.of("Nobody owes them.")).notes());
    }

    private boolean isAwaited(Table table) {
        if (table instanceof BronzeTable bronze) {
            return bronze.landing().expected().isPresent();
        }
        return inputs(table)
                .map(input -> Objects.requireNonNull(givers.get(input)))
                .anyMatch(this::isAwaited);
    }

    /** Rows of a typed table may be missing for whatever reason, those of one by SQL because an input has none. */
    private Stream<TableName> inputs(Table table) {
        return table.inputs().stream()
                .filter(input ->
                        !(table instanceof SqlTable) || tables.version(input).isEmpty());
    }
}
