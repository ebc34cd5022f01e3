package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Days whose delivery should be there, by the table's calendar, and nothing of it is. */
final class Owed {
    /** How far back an owed delivery is asked for. */
    private static final int DAYS = 7;

    private Owed() {}

    /** A table's first delivery starts its calendar: nothing is owed for the days before it. */
    static Stream<Awaited> of(Landed landed, Optional<LocalDate> firstDelivery) {
        var table = landed.window().table();
        var latest = landed.window().to();
        var came = landed.dates();
        return table.landing().expected().stream()
                .flatMap(expected -> latest.minusDays(DAYS - 1L)
                        .datesUntil(latest.plusDays(1))
                        .filter(landed.window()::isRecent)
                        .filter(date -> date.equals(latest) || !date.isBefore(firstDelivery.orElse(latest)))
                        .filter(date -> expected.cron().firesOn(date) && !came.contains(date)))
                .map(date -> new Awaited(
                        "no delivery for " + date + " under " + table.landing().path(), until(table, date)));
    }

    /** When a delivery of a date has to be there. */
    static Instant until(BronzeTable table, LocalDate date) {
        var landing = table.landing();
        return date.plusDays(1)
                .atStartOfDay(landing.zone())
                .plusHours(landing.waitHours())
                .toInstant();
    }
}
