package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SentPath;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.sql.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DecimalType;

/** Columns of silver tables: each named once and made from one thing that exists. */
public final class SilverColumns implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(SilverTable.class).forEach(table -> {
            var input = input(table, declared);
            if (table.sound("explode")) {
                table.value()
                        .explode()
                        .flatMap(from -> input.flatMap(known -> missing(known, from, "explode")))
                        .ifPresent(said -> problems.accept(table.problem(said, "explode")));
            }
            var sources = table.value().explode().isPresent()
                    ? input.map(known -> known.and(List.of(SilverTable.POSITION)))
                    : input;
            Set<String> names = new HashSet<>();
            for (var index = 0; index < table.value().columns().size(); index++) {
                var place = "" + index;
                var column = table.value().columns().get(index);
                if (table.sound("columns", place, "name")
                        && !names.add(column.name().toLowerCase(Locale.ROOT))) {
                    problems.accept(
                            table.problem("duplicate column '" + column.name() + "'", "columns", place, "name"));
                }
                source(table, column, place).ifPresent(problems);
                if (table.sound("columns", place, "from")) {
                    column.from()
                            .flatMap(from -> sources.flatMap(known -> missing(known, from, "from")))
                            .ifPresent(said -> problems.accept(table.problem(said, "columns", place, "from")));
                }
                expression(table, column, place, declared, problems);
                minorDigits(table, column, place).ifPresent(problems);
            }
        });
    }

    private static Optional<KnownColumns> input(Declared<SilverTable> table, Declarations declared) {
        return table.value().inputs().stream()
                .limit(1)
                .filter(name -> table.sound("inputs"))
                .flatMap(name -> declared.table(name).stream())
                .filter(found -> found.value() instanceof BronzeTable)
                .findFirst()
                .flatMap(found -> KnownColumns.of(found, declared))
                .map(known -> known.and(BronzeTable.TECHNICAL));
    }

    private static Optional<String> missing(KnownColumns known, String from, String key) {
        return SentPath.of(from, known.names()).isPresent() ? Optional.empty() : known.missing(from, key);
    }

    private static Optional<Problem> source(Declared<SilverTable> table, Column column, String place) {
        if (column.from().isPresent() != column.expr().isPresent()
                || !table.sound("columns", place, "from")
                || !table.sound("columns", place, "expr")) {
            return Optional.empty();
        }
        var found = column.from().isPresent() ? "both" : "neither";
        return Optional.of(
                table.problem("found " + found + " of 'from' and 'expr', expected one of them", "columns", place));
    }

    private static void expression(
            Declared<SilverTable> table,
            Column column,
            String place,
            Declarations declared,
            Consumer<Problem> problems) {
        if (column.expr().isEmpty() || column.from().isPresent() || !table.sound("columns", place, "expr")) {
            return;
        }
        var parsed = Expression.parse(column.expr().get());
        parsed.problem()
                .ifPresent(reason ->
                        problems.accept(table.problem("invalid 'expr': " + reason.text(), "columns", place, "expr")));
        var typed = table.value().columns().stream()
                .filter(other -> other.expr().isEmpty())
                .map(Column::name)
                .collect(Collectors.toSet());
        KnownColumns.whileMade(table, declared)
                .map(known -> known.only(typed::contains))
                .ifPresent(known -> parsed.value().stream()
                        .flatMap(expression -> expression.columns().stream())
                        .flatMap(name -> known.missingInSql(name, "expr").stream())
                        .forEach(said -> problems.accept(table.problem(said, "columns", place, "expr"))));
    }

    private static Optional<Problem> minorDigits(Declared<SilverTable> table, Column column, String place) {
        if (column.minorDigits() == 0 || !table.sound("columns", place)) {
            return Optional.empty();
        }
        if (column.type() instanceof DecimalType decimal && decimal.scale() >= column.minorDigits()) {
            return Optional.empty();
        }
        return Optional.of(table.problem(
                "invalid 'minor_digits': found '" + column.minorDigits() + "' for "
                        + column.type().sql().toLowerCase(Locale.ROOT)
                        + ", expected a decimal with as many digits after its point",
                "columns",
                place,
                "minor_digits"));
    }
}
