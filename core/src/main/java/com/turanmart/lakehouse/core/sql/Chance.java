package com.turanmart.lakehouse.core.sql;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;

/** Functions whose value the rows alone do not decide. */
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

    private Chance() {}

    /** The function that an expression calls itself, if it is one of them. */
    static Optional<String> in(Expression expression) {
        if (expression instanceof UnresolvedAttribute attribute
                && attribute.nameParts().size() == 1) {
            return Optional.of(lower(attribute.nameParts().head())).filter(LIKE_COLUMNS::contains);
        }
        if (!(expression instanceof UnresolvedFunction function)) {
            return Optional.empty();
        }
        var name = lower(function.nameParts().last());
        // Without an argument it is the clock.
        var readsClock = name.equals("unix_timestamp") && function.arguments().isEmpty();
        return Optional.of(name)
                .filter(called -> readsClock || FUNCTIONS.contains(called) || LIKE_COLUMNS.contains(called));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
