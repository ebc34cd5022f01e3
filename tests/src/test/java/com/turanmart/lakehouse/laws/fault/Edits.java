package com.turanmart.lakehouse.laws.fault;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What is done to values, and to which lines. */
final class Edits {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)([ T])(\\d\\d:\\d\\d:\\d\\d)");

    private Edits() {}

    static Predicate<String> has(String text) {
        return line -> line.contains(text);
    }

    /** The first lines that are asked for, whichever they are. */
    static Predicate<String> first(int lines) {
        var left = IntStream.range(0, lines).iterator();
        return line -> {
            if (left.hasNext()) {
                left.next();
                return true;
            }
            return false;
        };
    }

    static UnaryOperator<String> always(String value) {
        return before -> value;
    }

    static UnaryOperator<String> times(String factor) {
        return number(value -> value.multiply(new BigDecimal(factor)));
    }

    /** What is no number is left as it is. */
    static UnaryOperator<String> number(UnaryOperator<BigDecimal> change) {
        return value -> NUMBER.matcher(value).matches()
                ? change.apply(new BigDecimal(value)).toPlainString()
                : value;
    }

    static UnaryOperator<String> hours(long hours) {
        return value ->
                TIME.matcher(value).replaceAll(found -> shifted(found.group(1), found.group(2), found.group(3), hours));
    }

    private static String shifted(String date, String between, String time, long hours) {
        var shifted = LocalDateTime.parse(date + "T" + time).plusHours(hours);
        return Matcher.quoteReplacement(
                shifted.toLocalDate() + between + shifted.format(DateTimeFormatter.ISO_LOCAL_TIME));
    }
}
