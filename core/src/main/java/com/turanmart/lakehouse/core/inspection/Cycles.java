package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Marts that need each other; each circle is told once, at the first of its tables. */
public final class Cycles implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        Map<TableName, Declared<GoldTable>> marts = new TreeMap<>();
        declared.tables(GoldTable.class)
                .filter(mart -> mart.sound("table") && mart.sound("inputs"))
                .forEach(mart -> marts.putIfAbsent(mart.value().table(), mart));
        Set<TableName> left = new HashSet<>();
        for (var mart : marts.keySet()) {
            walk(mart, marts, new ArrayList<>(), left, problems);
        }
    }

    private static void walk(
            TableName name,
            Map<TableName, Declared<GoldTable>> marts,
            List<TableName> path,
            Set<TableName> left,
            Consumer<Problem> problems) {
        var mart = marts.get(name);
        if (mart == null || left.contains(name)) {
            return;
        }
        path.add(name);
        for (var input : mart.value().inputs()) {
            if (path.contains(input)) {
                problems.accept(problem(path.subList(path.indexOf(input), path.size()), marts));
            } else {
                walk(input, marts, path, left, problems);
            }
        }
        path.remove(name);
        left.add(name);
    }

    private static Problem problem(List<TableName> circle, Map<TableName, Declared<GoldTable>> marts) {
        List<TableName> closed = new ArrayList<>(circle);
        closed.add(circle.get(0));
        var first = marts.get(circle.get(0));
        if (first == null) {
            throw new IllegalStateException("no mart " + circle);
        }
        return first.problem(
                "tables that need each other: "
                        + closed.stream().map(TableName::toString).collect(Collectors.joining(" reads ")),
                "inputs",
                "" + first.value().inputs().indexOf(closed.get(1)));
    }
}
