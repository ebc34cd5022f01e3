package com.turanmart.lakehouse.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A country the shop sells in, with its money and its clock. */
enum Country {
    UZ("UZS", "Asia/Tashkent", 1_260_000, 12, "+998"),
    KZ("KZT", "Asia/Almaty", 51_000, 12, "+7"),
    AE("AED", "Asia/Dubai", 367, 5, "+971");

    private final String currency;
    private final ZoneId zone;
    private final long minorPerDollar;
    private final int taxPercent;
    private final String dialCode;

    Country(String currency, String zone, long minorPerDollar, int taxPercent, String dialCode) {
        this.currency = currency;
        this.zone = ZoneId.of(zone);
        this.minorPerDollar = minorPerDollar;
        this.taxPercent = taxPercent;
        this.dialCode = dialCode;
    }

    static Country drawn(Dice dice) {
        int draw = dice.below(10);
        return draw < 5 ? UZ : draw < 8 ? KZ : AE;
    }

    String currency() {
        return currency;
    }

    String dialCode() {
        return dialCode;
    }

    int taxPercent() {
        return taxPercent;
    }

    /** List prices use a round rate; the market's rate is in {@link RateBook}. */
    long minorPerDollar() {
        return minorPerDollar;
    }

    LocalDate localDay(long epochSecond) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond), zone);
    }

    /** Epoch second of a second of the local day. */
    long epochSecond(LocalDate day, int secondOfDay) {
        return day.atStartOfDay().plusSeconds(secondOfDay).atZone(zone).toEpochSecond();
    }
}
