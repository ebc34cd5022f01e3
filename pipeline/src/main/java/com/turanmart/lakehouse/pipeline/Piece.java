package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Tables that a night works as one: the marts of a group, or any other table alone. */
record Piece(List<Table> tables) {

    /** Each piece after those that it reads. */
    static List<Piece> inOrder(List<Table> tables) {
        var together = new LinkedHashMap<String, List<Table>>();
        tables.forEach(table -> together.computeIfAbsent(name(table), first -> new ArrayList<>())
                .add(table));
        var givenBy = new HashMap<TableName, Piece>();
        var pieces = together.values().stream().map(Piece::new).toList();
        pieces.forEach(piece -> piece.gives().forEach(name -> givenBy.put(name, piece)));
        var placed = new LinkedHashSet<Piece>();
        pieces.forEach(piece -> piece.place(givenBy, placed));
        return List.copyOf(placed);
    }

    private static String name(Table table) {
        return table instanceof GoldTable mart
                ? "group " + mart.group()
                : table.table().toString();
    }

    private void place(Map<TableName, Piece> givenBy, Set<Piece> placed) {
        if (!placed.contains(this)) {
            inputs().forEach(input -> Objects.requireNonNull(givenBy.get(input)).place(givenBy, placed));
            placed.add(this);
        }
    }

    /** Tables of other pieces that have to come first. */
    List<TableName> inputs() {
        var own = gives();
        return tables.stream()
                .flatMap(table -> table.inputs().stream())
                .distinct()
                .filter(input -> !own.contains(input))
                .toList();
    }

    private List<TableName> gives() {
        return tables.stream().flatMap(table -> table.gives().stream()).toList();
    }
}
