package com.turanmart.lakehouse.shop;

import java.time.LocalDate;

/** One rate for each bank day and currency, corrected from the day on which the correction came. */
record RatesState(RateBook rates) implements SilverState {

    @Override
    public String table() {
        return "silver.fx_rates";
    }

    @Override
    public String columns() {
        return "rate_date,currency,units_per_usd,published_at";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        StateRow row = new StateRow();
        for (LocalDate rateDate : rates.published(day)) {
            LocalDate next = RateBook.bankDayAfter(rateDate);
            for (Country country : Country.values()) {
                boolean corrected = rates.isCorrected(country, rateDate) && !next.isAfter(asOf);
                rows.take(row.start()
                        .value(rateDate)
                        .value(country.currency())
                        .value(rates.rate(country, rateDate, corrected).toPlainString())
                        .value((corrected ? next + " 05:00:00" : rateDate + " 04:00:00")));
            }
        }
    }
}
