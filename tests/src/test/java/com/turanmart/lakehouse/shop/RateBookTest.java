package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateBookTest {
    private static final LocalDate THURSDAY = LocalDate.parse("2026-01-01");
    private static final LocalDate FRIDAY = THURSDAY.plusDays(1);
    private static final LocalDate SUNDAY = THURSDAY.plusDays(3);
    private static final LocalDate MONDAY = THURSDAY.plusDays(4);

    @TempDir
    private Path root;

    @Test
    void aWeekendHasTheRateOfItsFriday() {
        RateBook rates = rates(1, THURSDAY);

        assertThat(rates.unitsPerDollar(Country.KZ, SUNDAY, SUNDAY)).isEqualTo(rates.rate(Country.KZ, FRIDAY, false));
    }

    @Test
    void aCorrectionCountsFromTheBankDayThatBringsIt() {
        RateBook rates = ratesThatCorrect(FRIDAY, THURSDAY);

        assertThat(rates.unitsPerDollar(Country.UZ, FRIDAY, SUNDAY)).isEqualTo(rates.rate(Country.UZ, FRIDAY, false));
        assertThat(rates.unitsPerDollar(Country.UZ, FRIDAY, MONDAY)).isEqualTo(rates.rate(Country.UZ, FRIDAY, true));
        assertThat(rates.unitsPerDollar(Country.UZ, SUNDAY, MONDAY)).isEqualTo(rates.rate(Country.UZ, FRIDAY, true));
    }

    @Test
    void aCorrectionFromBeforeTheFirstDayNeverCame() {
        LocalDate tuesday = LocalDate.parse("2025-12-30");
        for (long seed = 0; seed < 100; seed++) {
            assertThat(rates(seed, FRIDAY).isCorrected(Country.UZ, tuesday)).isFalse();
        }
    }

    @Test
    void theFirstDayBringsTheRatesOfTheWeekBeforeEvenOnASunday() {
        Shop shop = new Shop(new ShopPlan(SUNDAY, 10, 3, Dirt.NONE));

        shop.land(root, SUNDAY);
        shop.land(root, MONDAY);
        shop.land(root, SUNDAY.plusDays(6));

        List<Path> files = new LandedFiles(root).of("banks/fx_rates");
        assertThat(files).hasSize(2);
        assertThat(LandedFiles.lines(files.get(0)).stream().map(line -> line.substring(0, 10)))
                .hasSize(15)
                .startsWith("2025-12-29")
                .endsWith("2026-01-02");
    }

    private static RateBook ratesThatCorrect(LocalDate rateDate, LocalDate from) {
        long seed = 0;
        while (!rates(seed, from).isCorrected(Country.UZ, rateDate)) {
            seed++;
        }
        return rates(seed, from);
    }

    private static RateBook rates(long seed, LocalDate from) {
        return new RateBook(new ShopPlan(from, 10, seed, Dirt.NONE));
    }
}
