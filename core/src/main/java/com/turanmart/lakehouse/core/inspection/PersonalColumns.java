package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Privacy;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SecretReference;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.sql.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Personal columns: what is kept of them fits their type, and nothing around them lets the clear value out. */
public final class PersonalColumns implements Inspection {
    private static final Set<DataType> WHOLE =
            Set.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(SilverTable.class)
                .filter(table -> table.complete("columns"))
                .forEach(table -> {
                    inspect(table, problems);
                    twin(table, declared).ifPresent(problems);
                });
    }

    private static void inspect(Declared<SilverTable> table, Consumer<Problem> problems) {
        var columns = table.value().columns();
        for (var index = 0; index < columns.size(); index++) {
            var place = "" + index;
            var column = columns.get(index);
            if (!table.sound("columns", place)) {
                continue;
            }
            column.privacy()
                    .ifPresent(privacy -> Stream.of(
                                    form(privacy, column.type()), secret(privacy), role(table.value(), column, privacy))
                            .flatMap(Optional::stream)
                            .forEach(said -> problems.accept(table.problem(said, "columns", place, "privacy"))));
            leak(table.value(), column).ifPresent(said -> problems.accept(table.problem(said, "columns", place)));
        }
        if (table.sound("write", "delete_when")) {
            table.value()
                    .write()
                    .deleteWhen()
                    .flatMap(condition -> personal(table.value(), condition))
                    .ifPresent(name -> problems.accept(table.problem(
                            "'delete_when' speaks of '" + name + "', expected no personal column",
                            "write",
                            "delete_when")));
        }
    }

    private static Optional<String> form(Privacy privacy, DataType type) {
        var isDay = type.equals(DataTypes.DateType) || type.equals(DataTypes.TimestampType);
        if (privacy instanceof Privacy.Pseudonym
                && !type.equals(DataTypes.StringType)
                && !type.equals(DataTypes.DateType)
                && !WHOLE.contains(type)) {
            return unfit("pseudonym", type, "a string, a date or a whole number");
        }
        if (privacy instanceof Privacy.Mask && !type.equals(DataTypes.StringType)) {
            return unfit("mask", type, "a string");
        }
        if (privacy instanceof Privacy.Generalise generalise) {
            if (generalise.to() == Privacy.Generalise.To.BAND) {
                return generalise.width() > 0 && (WHOLE.contains(type) || type instanceof DecimalType)
                        ? Optional.empty()
                        : unfit("generalise", type, "a whole number or decimal with a width of at least 1");
            }
            return isDay ? Optional.empty() : unfit("generalise", type, "a date or timestamp");
        }
        return Optional.empty();
    }

    private static Optional<String> unfit(String kind, DataType type, String expected) {
        return Optional.of("invalid 'privacy': found " + kind + " of a "
                + type.sql().toLowerCase(Locale.ROOT) + ", expected " + expected);
    }

    /** No message quotes what could be the secret itself. */
    private static Optional<String> secret(Privacy privacy) {
        if (!(privacy instanceof Privacy.Pseudonym pseudonym)) {
            return Optional.empty();
        }
        if (pseudonym.secret() instanceof SecretReference.File file) {
            return file.path().startsWith("/")
                    ? Optional.empty()
                    : Optional.of("invalid 'secret': expected the path of a file from the root of the machine");
        }
        var name = ((SecretReference.Env) pseudonym.secret()).name();
        return SecretReference.VARIABLE.matcher(name).matches()
                        && (!name.startsWith("LAKEHOUSE_") || name.startsWith(SecretReference.VARIABLES))
                ? Optional.empty()
                : Optional.of("invalid 'secret': expected the name of an environment variable in capitals, such as "
                        + SecretReference.VARIABLES + "PSEUDONYMS");
    }

    private static Optional<String> role(SilverTable table, Column column, Privacy privacy) {
        if (table.grain().contains(column.name())
                && !(privacy instanceof Privacy.Pseudonym pseudonym && !pseudonym.twin())) {
            return Optional.of(
                    "'" + column.name()
                            + "' is in the grain, expected a pseudonym without twin; keep the clear value in a column of its own");
        }
        if (table.write().latestBy().contains(column.name())) {
            return Optional.of("'" + column.name() + "' is in 'latest_by', expected no personal column there");
        }
        return privacy instanceof Privacy.Harmless && column.expr().isEmpty()
                ? Optional.of("invalid 'privacy': found harmless of a column with 'from', expected an 'expr'")
                : Optional.empty();
    }

    private static Optional<String> leak(SilverTable table, Column column) {
        if (column.privacy().isPresent()) {
            return Optional.empty();
        }
        var inExpression = column.expr().flatMap(text -> personal(table, text));
        if (inExpression.isPresent()) {
            return Optional.of("'" + column.name() + "' is made from '" + inExpression.get()
                    + "', which is personal, expected 'privacy' here too");
        }
        return column.from()
                .flatMap(from -> table.columns().stream()
                        .filter(other -> other.privacy().isPresent())
                        .filter(other ->
                                other.from().filter(sent -> overlap(sent, from)).isPresent())
                        .findFirst())
                .map(other -> "'" + column.name() + "' holds in clear what is personal in '" + other.name()
                        + "', expected 'privacy' here too");
    }

    private static boolean overlap(String one, String other) {
        return (one + ".").startsWith(other + ".") || (other + ".").startsWith(one + ".");
    }

    private static Optional<String> personal(SilverTable table, String expression) {
        return Expression.parse(expression).value().stream()
                .flatMap(parsed -> parsed.columns().stream())
                .filter(name -> isPersonal(table.columns(), name))
                .findFirst();
    }

    private static boolean isPersonal(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .anyMatch(column -> column.privacy()
                        .filter(privacy -> !(privacy instanceof Privacy.Harmless))
                        .isPresent());
    }

    private static Optional<Problem> twin(Declared<SilverTable> table, Declarations declared) {
        var name = new TableName(Zone.RESTRICTED, table.value().table().name());
        return table.value().columns().stream().anyMatch(Column::hasTwin)
                        && declared.table(name).isPresent()
                ? Optional.of(table.problem(
                        "its clear values would lie in '" + name + "', which is declared as another table", "table"))
                : Optional.empty();
    }
}
