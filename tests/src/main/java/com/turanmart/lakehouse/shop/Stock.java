package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** What lies in the warehouses at each of a day's evenly spread counts. */
record Stock(ShopPlan plan) {

    /** One product at one count. */
    record Item(Warehouse warehouse, int product, int onHand, int reserved, long takenAt) {}

    /** Every quarter of an hour; the partners of a small shop count less often. */
    int countsPerDay() {
        return plan.ordersPerDay() < 500 ? 8 : plan.ordersPerDay() < 5_000 ? 24 : 96;
    }

    int minuteOf(int count) {
        return count * (24 * 60 / countsPerDay());
    }

    /** Everything that lies in the warehouse at that count, by product. */
    void items(LocalDate day, int count, Warehouse warehouse, Consumer<Item> sink) {
        long slot = (long) plan.indexOf(day) * 100 + count;
        long midnight = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        long takenAt = midnight
                + minuteOf(count) * 60L
                + new Dice(plan.seed(), Topic.STOCK, slot, warehouse.number()).below(60);
        for (int product = 1; product <= Catalogue.PRODUCTS; product++) {
            if (warehouse.stocks(product)) {
                Dice dice = new Dice(plan.seed(), Topic.STOCK, slot, product * 10L + warehouse.number());
                int onHand = dice.chance(80) ? 0 : dice.between(1, 120);
                sink.accept(new Item(warehouse, product, onHand, dice.below(onHand + 1), takenAt));
            }
        }
    }

    /** Whether the partner sends this count a day late. */
    boolean isLate(int count, Warehouse warehouse) {
        return count == countsPerDay() - 1
                && warehouse.number() < Math.min(3, plan.dirt().rows());
    }

    /** Whether the partner's clock is wrong at this count: it stands still at the beginning of all clocks. */
    boolean hasWrongClock(int count, Warehouse warehouse) {
        return count == 1 && warehouse.number() < Math.min(3, plan.dirt().rows());
    }

    /** Whether the partner sends this count twice. */
    boolean isRepeated(int count, Warehouse warehouse) {
        return count == 2 && warehouse.number() < Math.min(2, plan.dirt().rows());
    }
}
