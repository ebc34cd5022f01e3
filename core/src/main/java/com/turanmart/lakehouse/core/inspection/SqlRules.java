package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.sql.SqlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Rules by SQL: queries over the table itself and its inputs that say the same each time, in a table by SQL. */
public final class SqlRules implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables().stream()
                .filter(table -> table.sound("quality", "sql"))
                .filter(table -> !table.value().quality().sql().isEmpty())
                .forEach(table -> {
                    if (table.value() instanceof SqlTable) {
                        inspect(table.as(SqlTable.class), problems);
                    } else {
                        problems.accept(table.problem(
                                "'sql' in " + table.value().table()
                                        + ", expected in tables by SQL; 'block' and 'warn' are possible here",
                                "quality",
                                "sql"));
                    }
                });
    }

    private static void inspect(Declared<SqlTable> table, Consumer<Problem> problems) {
        var rules = table.value().quality().sql();
        var names = new HashSet<String>();
        for (var index = 0; index < rules.size(); index++) {
            var rule = rules.get(index);
            var place = "" + index;
            if (!names.add(rule.name())) {
                problems.accept(
                        table.problem("two rules named '" + rule.name() + "'", "quality", "sql", place, "name"));
            }
            said(table, rule.query())
                    .forEach(said -> problems.accept(
                            table.problem("invalid 'query': " + said, "quality", "sql", place, "query")));
        }
    }

    private static List<String> said(Declared<SqlTable> table, String query) {
        var parsed = SqlText.parse(query);
        var said = new ArrayList<String>();
        parsed.problem().ifPresent(reason -> said.add(reason.text()));
        parsed.value().ifPresent(sql -> {
            strays(table, sql).forEach(said::add);
            sql.chance()
                    .forEach(name -> said.add("'" + name + "' gives another value each time, expected a query that"
                            + " says the same of the same rows"));
        });
        return said;
    }

    private static Stream<String> strays(Declared<SqlTable> table, SqlText sql) {
        if (!table.sound("inputs") || !table.sound("table")) {
            return Stream.empty();
        }
        var readable = readable(table.value());
        return sql.tables().stream()
                .filter(name -> !readable.contains(name))
                .map(name -> "it reads '" + name + "', which is neither "
                        + table.value().table() + " nor an input" + Nearest.remedy(name, readable));
    }

    private static List<String> readable(Table table) {
        return Stream.concat(Stream.of(table.table()), table.inputs().stream())
                .map(TableName::toString)
                .toList();
    }
}
