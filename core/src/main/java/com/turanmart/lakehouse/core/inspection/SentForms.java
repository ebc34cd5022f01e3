package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.NormalForm;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.TimePattern;
import com.turanmart.lakehouse.core.conf.Written;
import com.turanmart.lakehouse.core.conf.Written.DecimalSign;
import com.turanmart.lakehouse.core.conf.Written.Grouping;
import com.turanmart.lakehouse.core.sql.SqlType;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** How a sender writes values, where it does not fit the type of the column or says two things at once. */
public final class SentForms implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(SilverTable.class).forEach(table -> {
            var columns = table.value().columns();
            for (var index = 0; index < columns.size(); index++) {
                inspect(table, columns.get(index), "" + index, problems);
            }
        });
    }

    private static void inspect(Declared<SilverTable> table, Column column, String place, Consumer<Problem> problems) {
        if (!table.sound("columns", place)) {
            return;
        }
        unreadable(column.type()).ifPresent(said -> problems.accept(table.problem(said, "columns", place, "type")));
        if (column.expr().isPresent() && !column.written().equals(Written.AS_SENT)) {
            problems.accept(table.problem(
                    "'written' of an expression, expected with 'from' only", "columns", place, "written"));
            return;
        }
        Stream.of(unfit(column), contradiction(column.written()), times(column))
                .flatMap(Optional::stream)
                .forEach(said -> problems.accept(table.problem(said, "columns", place, "written")));
    }

    /** Types that no text is read as. */
    private static Optional<String> unreadable(DataType type) {
        var known = type instanceof StringType
                || type instanceof BooleanType
                || type instanceof DateType
                || type instanceof TimestampType
                || type instanceof TimestampNTZType
                || type instanceof BinaryType
                || type instanceof NumericType
                || type instanceof ArrayType
                || type instanceof StructType
                || (type instanceof MapType map && map.keyType() instanceof StringType);
        if (!known) {
            return Optional.of("invalid 'type': found '" + type.sql().toLowerCase(Locale.ROOT) + "', expected one of "
                    + String.join(", ", SqlType.NAMES) + ", or an array, struct or map of them with string keys");
        }
        return inner(type).map(SentForms::unreadable).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> unfit(Column column) {
        var none = Written.AS_SENT;
        var written = column.written();
        var times = holds(column, type -> type instanceof TimestampType);
        var problems = Map.of(
                "zone", !times && !written.zone().equals(none.zone()),
                "overlap", !times && written.overlap() != none.overlap(),
                "patterns",
                        !holds(column, SentForms::isTime) && !written.patterns().equals(none.patterns()),
                "true_values",
                        !holds(column, type -> type instanceof BooleanType)
                                && !written.trueValues().equals(none.trueValues()),
                "false_values",
                        !holds(column, type -> type instanceof BooleanType)
                                && !written.falseValues().equals(none.falseValues()),
                "encoding", !holds(column, type -> type instanceof BinaryType) && written.encoding() != none.encoding(),
                "decimal_sign", !(column.type() instanceof NumericType) && written.decimalSign() != none.decimalSign(),
                "grouping", !(column.type() instanceof NumericType) && written.grouping() != none.grouping(),
                "normalise",
                        !(column.type() instanceof StringType)
                                && !written.normalise().equals(none.normalise()));
        return problems.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(key ->
                        "'" + key + "' says nothing of a " + column.type().sql().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> contradiction(Written written) {
        if (!Collections.disjoint(written.trueValues(), written.falseValues())) {
            return Optional.of("a text stands for true and for false, expected one of them");
        }
        if (!Collections.disjoint(written.nullValues(), written.trueValues())
                || !Collections.disjoint(written.nullValues(), written.falseValues())) {
            return Optional.of("a text stands for no value and for true or false, expected one of them");
        }
        if (written.grouping() == (written.decimalSign() == DecimalSign.COMMA ? Grouping.COMMA : Grouping.POINT)) {
            return Optional.of("'grouping' and 'decimal_sign' are the same sign, expected two");
        }
        return written.normalise() instanceof NormalForm.Phone phone
                        && !(phone.callingCode().matches("[1-9][0-9]{0,2}")
                                && phone.trunkPrefixes().stream().allMatch(prefix -> prefix.matches("[0-9]{1,4}")))
                ? Optional.of("a calling code has one to three digits and no 0 before them, a trunk prefix digits only")
                : Optional.empty();
    }

    private static Optional<String> times(Column column) {
        for (var pattern : column.written().patterns()) {
            var isNoDate = pattern.count().isPresent() && holds(column, type -> type instanceof DateType);
            var isNoLocal = (pattern.count().isPresent() || (pattern.isLetters() && pattern.saysOffset()))
                    && holds(column, type -> type instanceof TimestampNTZType);
            if (isNoDate || isNoLocal) {
                return Optional.of("pattern '" + pattern.text() + "' gives an instant, expected one that gives a "
                        + column.type().sql().toLowerCase(Locale.ROOT));
            }
            if (isDay(pattern)
                    && holds(column, type -> type instanceof TimestampType || type instanceof TimestampNTZType)) {
                return Optional.of("pattern '" + pattern.text() + "' does not say the time of day");
            }
        }
        return Optional.empty();
    }

    private static boolean isDay(TimePattern pattern) {
        return pattern.isLetters() && !pattern.saysTime();
    }

    private static boolean isTime(DataType type) {
        return type instanceof TimestampType || type instanceof TimestampNTZType || type instanceof DateType;
    }

    private static boolean holds(Column column, Predicate<DataType> leaf) {
        return holds(column.type(), leaf);
    }

    private static boolean holds(DataType type, Predicate<DataType> leaf) {
        return leaf.test(type) || inner(type).anyMatch(part -> holds(part, leaf));
    }

    private static Stream<DataType> inner(DataType type) {
        if (type instanceof ArrayType array) {
            return Stream.of(array.elementType());
        }
        if (type instanceof MapType map) {
            return Stream.of(map.valueType());
        }
        return type instanceof StructType struct
                ? Stream.of(struct.fields()).map(field -> field.dataType())
                : Stream.empty();
    }
}
