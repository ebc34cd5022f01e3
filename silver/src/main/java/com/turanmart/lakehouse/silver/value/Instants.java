package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.core.conf.TimePattern;
import com.turanmart.lakehouse.core.conf.Written;
import com.turanmart.lakehouse.core.conf.Written.Overlap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Instants. A local time that a clock change left out is none; one that happens twice is what is declared. */
final class Instants implements Reader {
    private static final Pattern COUNT = Pattern.compile("-?[0-9]{1,18}");

    private final ZoneId zone;
    private final Overlap overlap;
    private final List<Function<String, Optional<Instant>>> forms;

    Instants(Written written) {
        zone = written.zone();
        overlap = written.overlap();
        forms = written.patterns().stream().map(this::form).toList();
    }

    @Override
    public Optional<Object> read(String text) {
        return forms.stream()
                .flatMap(form -> form.apply(text).stream())
                .<Object>map(Instant.class::cast)
                .findFirst();
    }

    private Function<String, Optional<Instant>> form(TimePattern pattern) {
        var unit = pattern.count();
        if (unit.isPresent()) {
            return text -> since1970(text, unit.get());
        }
        var written = SentTime.of(pattern, SentTime.ISO_TIME);
        return text -> written.parse(text).flatMap(this::instant);
    }

    private static Optional<Instant> since1970(String text, ChronoUnit unit) {
        if (!COUNT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.EPOCH.plus(Long.parseLong(text), unit))
                    .filter(instant -> TimePattern.isInRange(
                            LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toLocalDate()));
        } catch (DateTimeException | ArithmeticException tooFar) {
            return Optional.empty();
        }
    }

    private Optional<Instant> instant(TemporalAccessor found) {
        return LocalTimes.of(found)
                .flatMap(time ->
                        offset(time, LocalTimes.zone(found).orElse(zone)).map(time::toInstant));
    }

    private Optional<ZoneOffset> offset(LocalDateTime time, ZoneId in) {
        var offsets = in.getRules().getValidOffsets(time);
        if (offsets.size() == 2) {
            return switch (overlap) {
                case REFUSE -> Optional.empty();
                case EARLIER -> Optional.of(offsets.get(0));
                case LATER -> Optional.of(offsets.get(1));
            };
        }
        return offsets.stream().findFirst();
    }
}
