package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tables by SQL that need each other, and groups of marts that do. */
public final class Cycles implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        var tables = byName(declared, SqlTable.class);
        Map<TableName, List<TableName>> inputs = new HashMap<>();
        tables.forEach((name, table) -> inputs.put(name, table.value().inputs()));
        var ofTables = Circles.in(inputs);
        ofTables.forEach(circle -> problems.accept(ofTables(circle, tables)));
        if (ofTables.isEmpty()) {
            var marts = byName(declared, GoldTable.class);
            Circles.in(groups(marts)).forEach(circle -> problems.accept(ofGroups(circle, marts)));
        }
    }

    private static <T extends SqlTable> Map<TableName, Declared<T>> byName(Declarations declared, Class<T> kind) {
        Map<TableName, Declared<T>> tables = new HashMap<>();
        declared.tables(kind)
                .filter(table -> table.sound("table") && table.sound("inputs"))
                .forEach(table -> tables.putIfAbsent(table.value().table(), table));
        return tables;
    }

    private static Problem ofTables(List<TableName> circle, Map<TableName, Declared<SqlTable>> tables) {
        var first = Objects.requireNonNull(tables.get(circle.get(0)));
        return first.problem(
                "tables that need each other: "
                        + circle.stream().map(TableName::toString).collect(Collectors.joining(" reads ")),
                "inputs",
                "" + first.value().inputs().indexOf(circle.get(1)));
    }

    /** The groups that each group reads marts of: the marts of one are worked as one, before or after another. */
    private static Map<String, List<String>> groups(Map<TableName, Declared<GoldTable>> marts) {
        return marts.values().stream()
                .filter(mart -> mart.sound("group"))
                .collect(Collectors.groupingBy(
                        mart -> mart.value().group(),
                        Collectors.flatMapping(
                                mart -> mart.value().inputs().stream()
                                        .filter(marts::containsKey)
                                        .map(input -> Objects.requireNonNull(marts.get(input)))
                                        .filter(input -> input.sound("group"))
                                        .map(input -> input.value().group())
                                        .filter(group ->
                                                !group.equals(mart.value().group())),
                                Collectors.toList())));
    }

    private static Problem ofGroups(List<String> circle, Map<TableName, Declared<GoldTable>> marts) {
        return marts.keySet().stream()
                .sorted()
                .map(name -> Objects.requireNonNull(marts.get(name)))
                .filter(mart -> mart.sound("group") && mart.value().group().equals(circle.get(0)))
                .findFirst()
                .orElseThrow()
                .problem(
                        "groups that need each other: " + String.join(" reads ", circle)
                                + ", expected one of them to be published before the others",
                        "group");
    }
}
