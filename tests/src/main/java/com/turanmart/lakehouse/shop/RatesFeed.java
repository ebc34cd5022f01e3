package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The banks' rates: nothing on a weekend, and corrections of the bank day before. */
record RatesFeed(ShopPlan plan, RateBook rates) implements Dataset {

    @Override
    public String name() {
        return "banks/fx_rates";
    }

    @Override
    public void land(LocalDate day, Path folder) throws IOException {
        if (!hasFile(day)) {
            return;
        }
        try (LandingFile file = new LandingFile(folder.resolve("rates.csv"))) {
            file.line("rate_date,currency,units_per_usd,published_at");
            for (LocalDate rateDate : rates.published(day)) {
                writeRates(rateDate, file);
            }
            for (Country country : Country.values()) {
                LocalDate before = RateBook.bankDayBefore(day);
                if (RateBook.isBankDay(day) && rates.isCorrected(country, before)) {
                    file.line(text(country, before, day, true));
                }
            }
            for (int number = 0; number < plan.dirt().rows(); number++) {
                file.line(text(
                        Country.UZ,
                        rates.published(day).get(0),
                        rates.published(day).get(0),
                        false));
                file.line(day + ",ZZ" + number);
                file.line(day + ",ZZ" + number + ",n/a," + day + " 04:00:00");
            }
            file.commit();
        }
    }

    @Override
    public Map<DirtKind, Long> dirt(LocalDate day) {
        Map<DirtKind, Long> rows = new EnumMap<>(DirtKind.class);
        for (DirtKind kind : List.of(DirtKind.DUPLICATE_IN_FILE, DirtKind.TOO_FEW_FIELDS, DirtKind.WRONG_TYPE)) {
            rows.put(kind, hasFile(day) ? (long) plan.dirt().rows() : 0);
        }
        return rows;
    }

    @Override
    public List<SilverState> silver() {
        return List.of(new RatesState(rates));
    }

    private boolean hasFile(LocalDate day) {
        return RateBook.isBankDay(day) || plan.indexOf(day) == 0;
    }

    private void writeRates(LocalDate rateDate, LandingFile file) throws IOException {
        for (Country country : Country.values()) {
            file.line(text(country, rateDate, rateDate, false));
        }
    }

    private String text(Country country, LocalDate rateDate, LocalDate published, boolean corrected) {
        return rateDate + "," + country.currency() + ","
                + rates.rate(country, rateDate, corrected).toPlainString() + "," + published
                + (corrected ? " 05:00:00" : " 04:00:00");
    }
}
