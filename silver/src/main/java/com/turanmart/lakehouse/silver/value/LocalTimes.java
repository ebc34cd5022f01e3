package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.core.conf.TimePattern;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;

/** Times of day on a day, in no zone; a text that says how far from UTC it is would lose that and is none. */
final class LocalTimes implements Reader {
    private final List<SentTime> forms;

    LocalTimes(List<TimePattern> patterns) {
        forms = patterns.stream()
                .map(pattern -> SentTime.of(pattern, SentTime.ISO_TIME))
                .toList();
    }

    @Override
    public Optional<Object> read(String text) {
        return forms.stream()
                .flatMap(form -> form.parse(text).stream())
                .filter(found -> zone(found).isEmpty())
                .flatMap(found -> of(found).stream())
                .<Object>map(LocalDateTime.class::cast)
                .findFirst();
    }

    /** Empty when there is no time of day, a year that Spark does not know or more than microseconds. */
    static Optional<LocalDateTime> of(TemporalAccessor found) {
        return Optional.ofNullable(found.query(TemporalQueries.localDate()))
                .filter(TimePattern::isInRange)
                .flatMap(date -> Optional.ofNullable(found.query(TemporalQueries.localTime()))
                        .filter(time -> time.get(ChronoField.NANO_OF_SECOND) % 1000 == 0)
                        .map(date::atTime));
    }

    static Optional<ZoneId> zone(TemporalAccessor found) {
        return Optional.ofNullable(found.query(TemporalQueries.zone()));
    }
}
