package com.turanmart.lakehouse.shop;

import java.time.LocalDate;

/** When the things that happen to one order happen. */
final class Clock {
    private static final int LAST_SECOND = 86_399;

    private final Country country;
    private final LocalDate day;
    private final int placed;
    private final int paid;
    private final int left;
    private final int salt;

    Clock(Country country, LocalDate day, int placed, Dice dice) {
        this.country = country;
        this.day = day;
        this.placed = placed;
        this.paid = soonAfter(placed, 1800, dice);
        this.left = soonAfter(paid, 7200, dice);
        this.salt = dice.below(3600);
    }

    /** Second of the local day. */
    int second(Happening happening, int days) {
        if (days > 0) {
            return happening.hour() * 3600 + salt;
        }
        return switch (happening) {
            case CREATED -> placed;
            case PAID -> paid;
            default -> left;
        };
    }

    long epochSecond(int second, int days) {
        return country.epochSecond(day.plusDays(days), second);
    }

    /** Commit time; what happens in one second is told apart by its microseconds. */
    long micros(Happening happening, int days) {
        return epochSecond(second(happening, days), days) * 1_000_000 + happening.hour() * 40_000L + salt * 10L;
    }

    int salt() {
        return salt;
    }

    private static int soonAfter(int second, int within, Dice dice) {
        return second + dice.below(Math.min(within, LAST_SECOND - second) + 1);
    }
}
