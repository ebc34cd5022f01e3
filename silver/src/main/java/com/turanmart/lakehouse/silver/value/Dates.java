package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.core.conf.TimePattern;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;

/** Days that exist; a time of day beside one is taken only when it is midnight. */
final class Dates implements Reader {
    private final List<SentTime> forms;

    Dates(List<TimePattern> patterns) {
        forms = patterns.stream()
                .map(pattern -> SentTime.of(pattern, SentTime.ISO_DATE))
                .toList();
    }

    @Override
    public Optional<Object> read(String text) {
        return forms.stream()
                .flatMap(form -> form.parse(text).stream())
                .filter(Dates::isMidnight)
                .map(found -> found.query(TemporalQueries.localDate()))
                .filter(TimePattern::isInRange)
                .<Object>map(LocalDate.class::cast)
                .findFirst();
    }

    private static boolean isMidnight(TemporalAccessor found) {
        var time = found.query(TemporalQueries.localTime());
        return time == null || time.equals(LocalTime.MIDNIGHT);
    }
}
