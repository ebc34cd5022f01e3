package com.turanmart.lakehouse.core.sql;

import java.util.Locale;
import org.apache.spark.sql.catalyst.parser.ParseException;

/**
 * Why a text is no SQL.
 *
 * @param line counted from one, in the text
 */
public record SqlProblem(int line, String text) {
    static SqlProblem of(Exception e) {
        var line = e instanceof ParseException parse && parse.line().isDefined()
                ? (int) parse.line().get()
                : 1;
        return new SqlProblem(line, reason(e));
    }

    /** Spark's words without its error class and without the place, which is told in its own way. */
    static String reason(Exception e) {
        var message = e instanceof ParseException parse ? parse.getSimpleMessage() : String.valueOf(e.getMessage());
        var text = message.replaceFirst("^\\[[A-Z0-9_.]+] ", "")
                .replaceFirst("; line \\d+ pos \\d+$", "")
                .replaceFirst("\\.$", "")
                .strip();
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
