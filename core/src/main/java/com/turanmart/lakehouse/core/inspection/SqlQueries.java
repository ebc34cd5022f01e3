package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SqlFile;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.sql.SqlText;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL that defines a table: a query over its inputs and nothing else, that says the same of the same rows and names
 * every column it gives. An input that it does not read is there for a rule.
 */
public final class SqlQueries implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(SqlTable.class)
                .forEach(table -> declared.sql(table)
                        .ifPresent(file -> file.text().map(SqlText::parse).ifPresent(parsed -> {
                            parsed.problem()
                                    .ifPresent(reason ->
                                            problems.accept(file.problem(reason.line(), "not SQL: " + reason.text())));
                            parsed.value().ifPresent(sql -> {
                                inputs(table, file, sql, declared, problems);
                                output(file, sql, problems);
                                chance(file, sql, problems);
                            });
                        })));
    }

    private static void inputs(
            Declared<SqlTable> table, SqlFile file, SqlText sql, Declarations declared, Consumer<Problem> problems) {
        if (!table.complete("inputs")) {
            return;
        }
        var inputs = Stream.concat(
                        table.value().inputs().stream(),
                        Stream.of(table.value().table())
                                .filter(itself -> table.value().readsItself()))
                .map(TableName::toString)
                .toList();
        var mismatch = Mismatch.between(sql.tables(), inputs);
        mismatch.strays().forEach((name, meant) -> {
            if (meant.stream().noneMatch(input -> unknown(input, declared))) {
                var itself = table.value() instanceof GoldTable
                        && name.equals(table.value().table().toString());
                var remedy = itself
                        ? ". A mart may read what it has published: reads_itself: true"
                        : meant.map(input -> ". Did you mean '" + input + "'?")
                                .orElse(". Inputs: " + String.join(", ", inputs));
                problems.accept(file.problem(
                        sql.references().stream()
                                .filter(reference -> reference.name().equals(name))
                                .findFirst()
                                .orElseThrow()
                                .line(),
                        "reads '" + name + "', which is no input of "
                                + table.value().table() + remedy));
            }
        });
        var judged = table.sound("quality", "sql") ? readByRules(table.value()) : Set.copyOf(inputs);
        mismatch.unused().stream()
                .filter(input -> !judged.contains(input) && !unknown(input, declared))
                .forEach(input -> problems.accept(
                        input.equals(table.value().table().toString())
                                ? table.problem("'reads_itself', and " + file.file() + " does not", "reads_itself")
                                : table.problem(
                                        "input '" + input + "' is never read by " + file.file() + " or a rule",
                                        "inputs",
                                        "" + inputs.indexOf(input))));
    }

    private static Set<String> readByRules(SqlTable table) {
        return table.quality().sql().stream()
                .flatMap(rule -> SqlText.parse(rule.query()).value().stream())
                .flatMap(query -> query.tables().stream())
                .filter(name -> !name.equals(table.table().toString()))
                .collect(Collectors.toSet());
    }

    /** Reported as an input; the SQL may well have it right. */
    private static boolean unknown(String input, Declarations declared) {
        return declared.table(TableName.parse(input)).isEmpty();
    }

    private static void chance(SqlFile file, SqlText sql, Consumer<Problem> problems) {
        sql.chance()
                .forEach(name -> problems.accept(file.problem(
                        1,
                        "'" + name + "' can give another value each time, so that what is built night by night would"
                                + " not be what a rebuild gives. Take days from the data, and of several rows the one"
                                + " that max_by, min_by or an ordered window names")));
    }

    private static void output(SqlFile file, SqlText sql, Consumer<Problem> problems) {
        sql.output()
                .stars()
                .forEach(line -> problems.accept(file.problem(
                        line, "'*' in the last select, expected the columns by name: they are the table's contract")));
        sql.output()
                .unnamed()
                .forEach(line -> problems.accept(
                        file.problem(line, "a column of the last select has no name, expected ... AS <name>")));
        Set<String> names = new HashSet<>();
        sql.output().columns().stream()
                .filter(name -> !names.add(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> problems.accept(file.problem(1, "gives two columns named '" + name + "'")));
    }
}
