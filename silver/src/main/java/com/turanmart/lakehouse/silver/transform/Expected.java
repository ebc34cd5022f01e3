package com.turanmart.lakehouse.silver.transform;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.KeyOf;
import com.turanmart.lakehouse.core.conf.NormalForm;
import com.turanmart.lakehouse.core.conf.TimePattern;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.StringType;

/** In words what a sent value should have been. */
final class Expected {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private Expected() {}

    static String of(Column column) {
        var written = column.written();
        var type = column.type().sql().toLowerCase(Locale.ROOT);
        if (column.type() instanceof StringType && !(written.normalise() instanceof NormalForm.AsSent)) {
            return KeyOf.word(written.normalise().getClass().getSimpleName());
        }
        if (column.type() instanceof BooleanType && !written.trueValues().equals(List.of("true"))) {
            return type + " (" + String.join(", ", written.trueValues()) + " or "
                    + String.join(", ", written.falseValues()) + ")";
        }
        var patterns = written.patterns().equals(List.of(TimePattern.ISO))
                ? ""
                : " as " + written.patterns().stream().map(TimePattern::text).collect(Collectors.joining(" or "));
        return type + patterns + (written.zone().equals(UTC) ? "" : " that is once in " + written.zone());
    }
}
