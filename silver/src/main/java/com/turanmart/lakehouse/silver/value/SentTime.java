package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.core.conf.TimePattern;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One way to write dates or times: its exact shape, and what is read of it. */
record SentTime(Pattern shape, DateTimeFormatter formatter) {
    /** 2026-02-03. */
    static final SentTime ISO_DATE = iso("[0-9]{4}-[0-9]{2}-[0-9]{2}", "uuuu-MM-dd");
    /** 2026-02-03T10:11:12.123456+05:00; a blank for the T, fraction and offset may be left out. */
    static final SentTime ISO_TIME = iso(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?",
            "uuuu-MM-dd['T'][ ]HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S][XXX]");

    private static final Pattern ANY = Pattern.compile(".*");

    static SentTime of(TimePattern pattern, SentTime iso) {
        return pattern.isLetters() ? new SentTime(ANY, pattern.formatter()) : iso;
    }

    private static SentTime iso(String shape, String letters) {
        return new SentTime(
                Pattern.compile(shape),
                new DateTimeFormatterBuilder()
                        .appendPattern(letters)
                        .toFormatter(Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT));
    }

    Optional<TemporalAccessor> parse(String text) {
        try {
            return shape.matcher(text).matches() ? Optional.of(formatter.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
