package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.core.conf.Written;
import com.turanmart.lakehouse.core.conf.Written.DecimalSign;
import com.turanmart.lakehouse.core.conf.Written.Grouping;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number with the signs that are declared, as one with a point and without groups. */
final class PlainNumber {
    /** Blank is any of the spaces that people put between digits. */
    private static final Map<Grouping, String> SIGNS = Map.of(
            Grouping.COMMA, ",",
            Grouping.POINT, "\\.",
            Grouping.BLANK, "[ \\u00A0\\u2009\\u202F]",
            Grouping.APOSTROPHE, "['\\u2019]");

    private final boolean comma;
    private final String group;
    private final Pattern grouped;

    PlainNumber(Written written) {
        comma = written.decimalSign() == DecimalSign.COMMA;
        group = SIGNS.getOrDefault(written.grouping(), "");
        grouped = Pattern.compile("[+-]?[0-9]{1,3}(" + group + "[0-9]{3})+(" + (comma ? "," : "\\.") + "[0-9]*)?");
    }

    /** Empty when a sign stands where it has no business. */
    Optional<String> of(String text) {
        var plain = text;
        if (!group.isEmpty() && grouped.matcher(text).matches()) {
            plain = plain.replaceAll(group, "");
        }
        if (!comma) {
            return Optional.of(plain);
        }
        return plain.contains(".") ? Optional.empty() : Optional.of(plain.replace(',', '.'));
    }
}
