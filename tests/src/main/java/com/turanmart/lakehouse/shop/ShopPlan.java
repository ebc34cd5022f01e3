package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Everything that decides what lands: equal plans land equal bytes, however many days are asked for. */
public record ShopPlan(LocalDate from, int ordersPerDay, long seed, Dirt dirt) {
    public static final int MOST_ORDERS_PER_DAY = 5_000_000;

    public ShopPlan {
        if (ordersPerDay < 1 || ordersPerDay > MOST_ORDERS_PER_DAY) {
            throw new IllegalArgumentException(
                    "Orders per day must be 1 to " + MOST_ORDERS_PER_DAY + ": " + ordersPerDay);
        }
    }

    /** Days since the first one, which is 0. */
    int indexOf(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(from, day);
    }

    /** Whether the order at this index is one of the day's evenly spread victims of that kind of dirt. */
    boolean isHit(DirtKind kind, int index) {
        return spread(kind, index) % ordersPerDay < dirt.rowsAmong(ordersPerDay);
    }

    /** The victim's number, below {@link Dirt#rowsAmong}. */
    int hitNumber(DirtKind kind, int index) {
        return (int) (spread(kind, index) / ordersPerDay % dirt.rowsAmong(ordersPerDay));
    }

    private long spread(DirtKind kind, int index) {
        return (long) index * dirt.rowsAmong(ordersPerDay) + kind.number() * 7L;
    }
}
