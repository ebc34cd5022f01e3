package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;

/** Everything that decides what lands: equal plans land equal bytes, however many days are asked for. */
public record ShopPlan(LocalDate from, int ordersPerDay, long seed, Dirt dirt, Set<String> datasets) {
    public static final int MOST_ORDERS_PER_DAY = 5_000_000;

    public ShopPlan {
        if (ordersPerDay < 1 || ordersPerDay > MOST_ORDERS_PER_DAY) {
            throw new IllegalArgumentException(
                    "Orders per day must be 1 to " + MOST_ORDERS_PER_DAY + ": " + ordersPerDay);
        }
        if (datasets.isEmpty() || !Shop.ALL.containsAll(datasets)) {
            throw new IllegalArgumentException(
                    "Data sets must be some of " + new TreeSet<>(Shop.ALL) + ": " + datasets);
        }
        datasets = Set.copyOf(datasets);
    }

    /** A shop that lands what the finance marts are made of. */
    public ShopPlan(LocalDate from, int ordersPerDay, long seed, Dirt dirt) {
        this(from, ordersPerDay, seed, dirt, Shop.FINANCE);
    }

    /** The same shop, landing other data sets. */
    public ShopPlan landing(Set<String> names) {
        return new ShopPlan(from, ordersPerDay, seed, dirt, names);
    }

    /** Days since the first one, which is 0. */
    int indexOf(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(from, day);
    }

    /** Whether the order at this index is one of the day's evenly spread victims of that kind of dirt. */
    boolean isHit(DirtKind kind, int index) {
        return victims(ordersPerDay).include(kind, index);
    }

    /** The victim's number, below {@link Dirt#rowsAmong}. */
    int hitNumber(DirtKind kind, int index) {
        return victims(ordersPerDay).number(kind, index);
    }

    /** Who suffers from dirt among so many rows of a day. */
    Victims victims(int rows) {
        return new Victims(rows, dirt.rowsAmong(rows));
    }
}
