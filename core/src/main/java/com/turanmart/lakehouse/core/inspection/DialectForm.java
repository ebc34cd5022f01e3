package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.KeyOf;
import com.turanmart.lakehouse.core.conf.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/** Dialects that need a format which can hold what they tell. */
public final class DialectForm implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(BronzeTable.class).forEach(table -> {
            var landing = table.value().landing();
            if (table.sound("landing", "dialect") && table.sound("landing", "format")) {
                misfit(landing.dialect(), landing.format())
                        .ifPresent(expected -> problems.accept(table.problem(
                                "invalid 'dialect': found '" + word(landing.dialect()) + "' for files of format "
                                        + word(landing.format()) + ", expected " + expected,
                                "landing",
                                "dialect")));
            }
        });
    }

    private static Optional<String> misfit(Dialect dialect, Format format) {
        if (dialect instanceof Dialect.Plain) {
            return Optional.empty();
        }
        if (Format.isTyped(format)) {
            return Optional.of("plain");
        }
        return dialect instanceof Dialect.Dms || word(format).startsWith("json")
                ? Optional.empty()
                : Optional.of("json_lines or json");
    }

    private static String word(Object kind) {
        return KeyOf.word(kind.getClass().getSimpleName());
    }
}
