package com.turanmart.lakehouse.core.conf;

import com.turanmart.lakehouse.core.sql.SqlType;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.types.DataType;

/** The types whose values are written as one word or text. */
final class ScalarText {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            String.class, text -> text,
            int.class, ScalarText::number,
            boolean.class, ScalarText::truth,
            ZoneId.class, ScalarText::zone,
            LocalTime.class, ScalarText::time,
            DataType.class, ScalarText::type,
            TableName.class, TableName::parse,
            Cron.class, Cron::parse,
            TimePattern.class, TimePattern::parse);

    private ScalarText() {}

    static boolean takes(Class<?> type) {
        return READERS.containsKey(type) || type.isEnum();
    }

    /** Refuses with {@link IllegalArgumentException}; its message follows what was found, after a comma. */
    static Object read(Class<?> type, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("expected " + expected(type));
        }
        var reader = READERS.get(type);
        return reader != null ? reader.apply(text) : constant(type, text);
    }

    /** What a value of this type is called in messages. */
    static String expected(Class<?> type) {
        if (type == int.class) {
            return "a whole number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        return type.isEnum() ? "one of " + String.join(", ", words(type)) : "a text";
    }

    static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Object number(String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new IllegalArgumentException("expected a whole number");
        }
        return Integer.valueOf(text);
    }

    private static Object truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("expected true or false");
        }
        return Boolean.valueOf(text);
    }

    private static Object zone(String text) {
        var known = ZoneId.getAvailableZoneIds();
        if (!known.contains(text)) {
            var nearest = Nearest.of(text, known);
            throw new IllegalArgumentException("not a known time zone"
                    + nearest.map(zone -> ". Did you mean '" + zone + "'?")
                            .orElse(", expected one like Asia/Tashkent"));
        }
        return ZoneId.of(text);
    }

    private static Object time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a time of day like \"08:00\"", e);
        }
    }

    private static Object type(String text) {
        try {
            return SqlType.parse(text);
        } catch (IllegalArgumentException e) {
            var nearest = Nearest.of(text, SqlType.NAMES).filter(name -> !name.equalsIgnoreCase(text));
            throw new IllegalArgumentException(
                    nearest.map(name -> "not a type of Spark SQL. Did you mean '" + name + "'?")
                            .orElse(String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static Object constant(Class<?> type, String text) {
        var index = words(type).indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException("expected " + expected(type)
                    + Nearest.of(text, words(type))
                            .map(word -> ". Did you mean '" + word + "'?")
                            .orElse(""));
        }
        return type.getEnumConstants()[index];
    }
}
