package com.turanmart.lakehouse.core.conf;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a sender writes dates or times: {@code iso}, a count since 1970, or a pattern of letters as in java.time. */
public record TimePattern(String text) implements Serializable {
    public static final TimePattern ISO = new TimePattern("iso");

    private static final Map<String, ChronoUnit> COUNTS = Map.of(
            "epoch_seconds", ChronoUnit.SECONDS,
            "epoch_millis", ChronoUnit.MILLIS,
            "epoch_micros", ChronoUnit.MICROS);
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern TWO_DIGIT_YEAR = Pattern.compile("(?<![yu])[yu]{2}(?![yu])");
    private static final ZonedDateTime SAMPLE = ZonedDateTime.parse("2026-11-22T13:45:56+05:00[Asia/Tashkent]");

    /** Refuses with {@link IllegalArgumentException} what does not say a whole date, or says it in two ways. */
    public static TimePattern parse(String text) {
        var pattern = new TimePattern(text);
        if (!pattern.isLetters()) {
            return pattern;
        }
        var letters = QUOTED.matcher(text).replaceAll("");
        if (TWO_DIGIT_YEAR.matcher(letters).find()) {
            throw new IllegalArgumentException("expected yyyy: two digits do not say the century");
        }
        if (letters.contains("z") || letters.contains("v")) {
            throw new IllegalArgumentException(
                    "expected an offset (XXX) or a zone id (VV): names of zones are ambiguous");
        }
        if (!SAMPLE.toLocalDate().equals(sampled(pattern).query(TemporalQueries.localDate()))) {
            throw new IllegalArgumentException("expected year, month and day, such as dd.MM.yyyy HH:mm, or one of iso, "
                    + String.join(", ", COUNTS.keySet().stream().sorted().toList()));
        }
        return pattern;
    }

    /** The unit of a count since 1970. */
    public Optional<ChronoUnit> count() {
        return Optional.ofNullable(COUNTS.get(text));
    }

    /** Whether it is written in pattern letters. */
    public boolean isLetters() {
        return !equals(ISO) && !COUNTS.containsKey(text);
    }

    /** Whether letters say the time of day as well. */
    public boolean saysTime() {
        return sampled(this).query(TemporalQueries.localTime()) != null;
    }

    /** Whether letters say how far from UTC a time is. */
    public boolean saysOffset() {
        var sampled = sampled(this);
        return sampled.isSupported(ChronoField.OFFSET_SECONDS) || sampled.query(TemporalQueries.zoneId()) != null;
    }

    /** Reads letters strictly: each field in its range, each day in its month. */
    public DateTimeFormatter formatter() {
        return new DateTimeFormatterBuilder()
                .appendPattern(withoutEra(text))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A strict 'y' would ask for an era. */
    private static String withoutEra(String text) {
        var parts = text.split("'", -1);
        for (var i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replace('y', 'u');
        }
        return String.join("'", parts);
    }

    private static TemporalAccessor sampled(TimePattern pattern) {
        try {
            var formatter = pattern.formatter();
            return formatter.parse(formatter.format(SAMPLE));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected a pattern of dates that can be read, such as dd.MM.yyyy HH:mm", e);
        }
    }

    /** The day that Spark's types begin with, and the one that they end with. */
    public static boolean isInRange(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= 9999;
    }
}
