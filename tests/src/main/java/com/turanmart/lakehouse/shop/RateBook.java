package com.turanmart.lakehouse.shop;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** The central banks' rates: one per weekday and currency, some corrected on the next weekday. */
final class RateBook {
    static final int DAYS_BEFORE_THE_FIRST = 7;

    private final long seed;
    private final LocalDate from;

    RateBook(ShopPlan plan) {
        this.seed = plan.seed();
        this.from = plan.from();
    }

    /** Units per US dollar for that day, as known after the deliveries up to {@code asOf}. */
    BigDecimal unitsPerDollar(Country country, LocalDate day, LocalDate asOf) {
        LocalDate rateDate = isBankDay(day) ? day : bankDayBefore(day);
        boolean corrected =
                isCorrected(country, rateDate) && !bankDayAfter(rateDate).isAfter(asOf);
        return rate(country, rateDate, corrected);
    }

    BigDecimal rate(Country country, LocalDate rateDate, boolean corrected) {
        long parity = country.minorPerDollar() * 10_000;
        int swing = (int) (parity / (country == Country.AE ? 5_000 : 60));
        long drawn = parity
                - swing / 2
                + new Dice(seed, Topic.RATE, country.minorPerDollar(), rateDate.toEpochDay()).below(swing);
        return BigDecimal.valueOf(corrected ? drawn + drawn / 1_000 : drawn, 6);
    }

    /** Whether the bank day after that one brings a corrected rate for it. */
    boolean isCorrected(Country country, LocalDate rateDate) {
        return !bankDayAfter(rateDate).isBefore(from)
                && new Dice(seed, Topic.CORRECTION, country.minorPerDollar(), rateDate.toEpochDay()).chance(150);
    }

    /** Bank days whose first rates a day's delivery carries. */
    List<LocalDate> published(LocalDate day) {
        LocalDate first = day.equals(from) ? day.minusDays(DAYS_BEFORE_THE_FIRST) : day;
        return first.datesUntil(day.plusDays(1)).filter(RateBook::isBankDay).toList();
    }

    static boolean isBankDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    static LocalDate bankDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        return isBankDay(before) ? before : bankDayBefore(before);
    }

    static LocalDate bankDayAfter(LocalDate day) {
        LocalDate after = day.plusDays(1);
        return isBankDay(after) ? after : bankDayAfter(after);
    }
}
