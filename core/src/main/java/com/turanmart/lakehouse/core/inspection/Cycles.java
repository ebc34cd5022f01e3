package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tables by SQL that need each other; each circle is told once, at the first of its tables. */
public final class Cycles implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        Map<TableName, Declared<SqlTable>> tables = new TreeMap<>();
        declared.tables(SqlTable.class)
                .filter(table -> table.sound("table") && table.sound("inputs"))
                .forEach(table -> tables.putIfAbsent(table.value().table(), table));
        Set<TableName> left = new HashSet<>();
        for (var table : tables.keySet()) {
            walk(table, tables, new ArrayList<>(), left, problems);
        }
    }

    private static void walk(
            TableName name,
            Map<TableName, Declared<SqlTable>> tables,
            List<TableName> path,
            Set<TableName> left,
            Consumer<Problem> problems) {
        var table = tables.get(name);
        if (table == null || left.contains(name)) {
            return;
        }
        path.add(name);
        for (var input : table.value().inputs()) {
            if (path.contains(input)) {
                problems.accept(problem(path.subList(path.indexOf(input), path.size()), tables));
            } else {
                walk(input, tables, path, left, problems);
            }
        }
        path.remove(name);
        left.add(name);
    }

    private static Problem problem(List<TableName> circle, Map<TableName, Declared<SqlTable>> tables) {
        List<TableName> closed = new ArrayList<>(circle);
        closed.add(circle.get(0));
        var first = tables.get(circle.get(0));
        if (first == null) {
            throw new IllegalStateException("no table " + circle);
        }
        return first.problem(
                "tables that need each other: "
                        + closed.stream().map(TableName::toString).collect(Collectors.joining(" reads ")),
                "inputs",
                "" + first.value().inputs().indexOf(closed.get(1)));
    }
}
