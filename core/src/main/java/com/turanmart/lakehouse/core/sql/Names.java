package com.turanmart.lakehouse.core.sql;

import static org.apache.spark.sql.functions.col;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** Column names as columns and as SQL; a name is taken as it is written. */
public final class Names {
    private Names() {}

    public static Column[] columns(Collection<String> names) {
        return names.stream().map(Names::column).toArray(Column[]::new);
    }

    public static Column column(String name) {
        return col("`" + name + "`");
    }

    /** One list after the other, each name once. */
    public static List<String> union(Collection<String> first, Collection<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    /** SQL: both sides have the same values, none of them null; true of no columns. */
    public static String equal(Collection<String> names, String left, String right) {
        return compared(names, " = ", left, right);
    }

    /** SQL: both sides have the same values, or none. */
    public static String same(Collection<String> names, String left, String right) {
        return compared(names, " <=> ", left, right);
    }

    /** SQL: the values of one side as one, which compares column by column; a null comes first. */
    public static String struct(Collection<String> names, String side) {
        return names.stream().map(name -> of(side, name)).collect(Collectors.joining(", ", "struct(", ")"));
    }

    private static String compared(Collection<String> names, String operator, String left, String right) {
        return names.isEmpty()
                ? "true"
                : names.stream()
                        .map(name -> of(left, name) + operator + of(right, name))
                        .collect(Collectors.joining(" AND "));
    }

    private static String of(String side, String name) {
        return side + ".`" + name + "`";
    }
}
