package com.turanmart.lakehouse.core.sql;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnresolvedWindowExpression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AnyValue;
import org.apache.spark.sql.catalyst.expressions.aggregate.First;
import org.apache.spark.sql.catalyst.expressions.aggregate.Last;

/** Functions whose value the rows alone do not decide: the clock, dice, and the order in which rows happen to come. */
final class Chance {
    /** These can be written without parentheses, so that the parser takes them for columns. */
    private static final Set<String> LIKE_COLUMNS =
            Set.of("current_date", "current_timestamp", "current_user", "localtimestamp", "user");

    private static final Set<String> FUNCTIONS = Set.of(
            "curdate",
            "current_timezone",
            "input_file_block_length",
            "input_file_block_start",
            "input_file_name",
            "java_method",
            "monotonically_increasing_id",
            "now",
            "rand",
            "randn",
            "random",
            "reflect",
            "session_user",
            "shuffle",
            "spark_partition_id",
            "uuid");

    /** Of a group without an order; in a window and inside of a sort there is one. */
    private static final Set<String> BY_ORDER = Set.of(
            "any_value",
            "array_agg",
            "collect_list",
            "collect_set",
            "first",
            "first_value",
            "last",
            "last_value",
            "mode");

    private static final Set<String> SORTS = Set.of("array_sort", "sort_array");

    private Chance() {}

    /**
     * Whether what is directly in an expression has its rows in an order.
     *
     * @param ordered whether the expression itself has
     */
    static boolean orders(Expression expression, boolean ordered) {
        return expression instanceof WindowExpression
                || expression instanceof UnresolvedWindowExpression
                || (expression instanceof AggregateExpression && ordered)
                || (expression instanceof UnresolvedFunction function
                        && SORTS.contains(lower(function.nameParts().last())));
    }

    /** The function that an expression calls itself, if it is one of them. */
    static Optional<String> in(Expression expression, boolean ordered) {
        if (expression instanceof UnresolvedAttribute attribute
                && attribute.nameParts().size() == 1) {
            return Optional.of(lower(attribute.nameParts().head())).filter(LIKE_COLUMNS::contains);
        }
        if (expression instanceof First || expression instanceof Last || expression instanceof AnyValue) {
            return Optional.of(expression.prettyName()).filter(called -> !ordered);
        }
        if (!(expression instanceof UnresolvedFunction function)) {
            return Optional.empty();
        }
        var name = lower(function.nameParts().last());
        // Without an argument it is the clock.
        var readsClock = name.equals("unix_timestamp") && function.arguments().isEmpty();
        return Optional.of(name)
                .filter(called -> readsClock
                        || FUNCTIONS.contains(called)
                        || LIKE_COLUMNS.contains(called)
                        || (!ordered && BY_ORDER.contains(called)));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
