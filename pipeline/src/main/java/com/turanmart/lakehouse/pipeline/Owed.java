package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rows that are missing somebody has to send: a table over data sets that never came and nobody owes is not late. */
final class Owed {
    private final Map<TableName, Table> givers = new HashMap<>();
    private final Tables tables;

    Owed(List<Table> declared, Tables tables) {
        declared.forEach(table -> table.gives().forEach(name -> givers.put(name, table)));
        this.tables = tables;
    }

    /** How a table by SQL ended that was not built: in time when it lacks only rows that nobody owes. */
    StepResult judged(SqlTable table, StepResult result) {
        if (result.outcome() != Outcome.WAITING && result.outcome() != Outcome.BLOCKED) {
            return result;
        }
        var sources = sources(table).toList();
        return sources.isEmpty() || sources.stream().anyMatch(Owed::isExpected) ? result : inTime(table);
    }

    private StepResult inTime(SqlTable table) {
        var names = missing(table).map(TableName::toString).collect(Collectors.joining(", "));
        return StepResult.inTime(Counts.NONE, List.of("No rows yet in " + names + ", and nobody owes them."));
    }

    private static boolean isExpected(BronzeTable table) {
        return table.landing().expected().isPresent();
    }

    /** Where rows would come from: a table by SQL lacks them only where an input of it does. */
    private Stream<BronzeTable> sources(Table table) {
        if (table instanceof BronzeTable bronze) {
            return Stream.of(bronze);
        }
        var inputs = table instanceof SqlTable bySql ? missing(bySql) : table.inputs().stream();
        return inputs.flatMap(input -> sources(Objects.requireNonNull(givers.get(input))));
    }

    private Stream<TableName> missing(SqlTable table) {
        return table.inputs().stream().filter(input -> tables.version(input).isEmpty());
    }
}
