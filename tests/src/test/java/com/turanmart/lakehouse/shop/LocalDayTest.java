package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalDayTest {
    private static final int LAST_SECOND = 86_399;
    private static final Map<Country, ZoneId> ZONES = Map.of(
            Country.UZ, ZoneId.of("Asia/Tashkent"),
            Country.KZ, ZoneId.of("Asia/Almaty"),
            Country.AE, ZoneId.of("Asia/Dubai"));

    @Test
    void almatyIsFiveHoursAheadSinceMarch2024() {
        assertThat(instant(Country.KZ, "2026-01-02", 0)).isEqualTo("2026-01-01T19:00:00Z");
        assertThat(instant(Country.KZ, "2026-01-02", LAST_SECOND)).isEqualTo("2026-01-02T18:59:59Z");
    }

    @Test
    void almatyWasSixHoursAheadBeforeMarch2024() {
        assertThat(instant(Country.KZ, "2024-02-28", 0)).isEqualTo("2024-02-27T18:00:00Z");
        assertThat(instant(Country.KZ, "2024-03-02", 0)).isEqualTo("2024-03-01T19:00:00Z");
    }

    @Test
    void dubaiIsFourHoursAhead() {
        assertThat(instant(Country.AE, "2026-01-02", 0)).isEqualTo("2026-01-01T20:00:00Z");
        assertThat(instant(Country.AE, "2026-01-02", LAST_SECOND)).isEqualTo("2026-01-02T19:59:59Z");
    }

    @Test
    void everyOrderIsPlacedOnItsLocalDay() {
        LocalDate day = LocalDate.parse("2024-02-29");
        Orders orders = new Orders(new ShopPlan(day, 3_000, 9, Dirt.NONE), new Catalogue(9));
        int onAnotherUtcDay = 0;

        for (int index = 0; index < 3_000; index++) {
            Order order = orders.at(day, index);
            Instant placed = Instant.ofEpochSecond(order.orderedAt());
            assertThat(placed.atZone(ZONES.get(order.country())).toLocalDate()).isEqualTo(day);
            onAnotherUtcDay += placed.toString().startsWith("2024-02-29") ? 0 : 1;
        }

        assertThat(onAnotherUtcDay).isBetween(300, 1_000);
    }

    private static String instant(Country country, String day, int second) {
        return Instant.ofEpochSecond(country.epochSecond(LocalDate.parse(day), second))
                .toString();
    }
}
