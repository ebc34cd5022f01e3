package com.turanmart.lakehouse.core.sql;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which units of a mart changed rows touch, as a query over the table {@code changed}.
 *
 * @param columns the columns of {@code changed} that an expression refers to; none when a whole query was declared
 */
public record Touch(SqlText query, Set<String> columns) {
    /** The table of changed rows. */
    public static final String CHANGED = "changed";

    private static final Pattern QUERY = Pattern.compile("(?is)\\s*(select|with)\\b.*");

    /** Takes a query, or an expression over the columns of the changed rows. */
    public static Parsed<Touch> parse(String text) {
        if (QUERY.matcher(text).matches()) {
            return SqlText.parse(text).map(query -> new Touch(query, Set.of()));
        }
        return Expression.parse(text)
                .map(expression -> new Touch(
                        SqlText.parse("SELECT (" + text + "\n) AS unit FROM " + CHANGED)
                                .orThrow(),
                        expression.columns()));
    }
}
