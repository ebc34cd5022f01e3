package com.turanmart.lakehouse.core.sql;

import java.util.Set;

/**
 * Which units of a mart changed rows touch, as a query over the table {@code changed}.
 *
 * @param columns the columns of {@code changed} that an expression refers to; none when a whole query was declared
 */
public record Touch(SqlText query, Set<String> columns) {
    /** The table of changed rows. */
    public static final String CHANGED = "changed";

    /** Takes a query, or an expression over the columns of the changed rows. */
    public static Parsed<Touch> parse(String text) {
        var query = SqlText.parse(text);
        if (query instanceof Parsed.Sound<SqlText> sound) {
            return new Parsed.Sound<>(new Touch(sound.meaning(), Set.of()));
        }
        var expression = Expression.parse(text);
        if (expression instanceof Parsed.Sound<Expression> sound) {
            var selected = SqlText.parse("SELECT (" + text + "\n) AS unit FROM " + CHANGED);
            return new Parsed.Sound<>(
                    new Touch(selected.orThrow(), sound.meaning().columns()));
        }
        var meant = text.strip().matches("(?is)(select|with)\\b.*") ? query.problem() : expression.problem();
        return new Parsed.Refused<>(meant.orElseThrow());
    }
}
