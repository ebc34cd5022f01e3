package com.turanmart.lakehouse.core.conf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables in an order in which each comes after the tables that it reads; there is no cycle. */
final class InputsFirst {
    private final Map<TableName, Table> placed = new LinkedHashMap<>();
    private final Declarations declared;

    private InputsFirst(Declarations declared) {
        this.declared = declared;
    }

    static List<Table> order(Declarations declared) {
        var order = new InputsFirst(declared);
        declared.tables().forEach(table -> order.place(table.value()));
        return List.copyOf(order.placed.values());
    }

    private void place(Table table) {
        if (!placed.containsKey(table.table())) {
            table.inputs().forEach(input -> declared.table(input).ifPresent(found -> place(found.value())));
            placed.put(table.table(), table);
        }
    }
}
