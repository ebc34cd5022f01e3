package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Which orders are refunded, when and how much: in one or two parts, never more than was paid. */
record Refunds(ShopPlan plan, Orders orders) {
    private static final List<Integer> DAYS_TO_FIRST = List.of(2, 2, 2, 3, 4, 6, 9, 14, 21, 30);
    private static final int MOST_DAYS_TO_SECOND = 5;
    private static final int MOST_DAYS = 30 + MOST_DAYS_TO_SECOND;
    private static final List<String> REASONS = List.of(
            "damaged", "late", "wrong size, wrong colour", "changed mind", "said \"as new\", was not", "Не подошло");

    /** Takes one refund at a time. */
    interface Sink {
        void accept(Refund refund) throws IOException;
    }

    /** The refunds that finance books on that day, by the age of their orders. */
    void booked(LocalDate day, Sink sink) throws IOException {
        for (int days = Math.min(MOST_DAYS, plan.indexOf(day)); days >= DAYS_TO_FIRST.get(0); days--) {
            LocalDate origin = day.minusDays(days);
            for (int index = 0; index < plan.ordersPerDay(); index++) {
                Dice dice = new Dice(plan.seed(), Topic.REFUND, plan.indexOf(origin), index);
                if (dice.chance(60)) {
                    book(origin, index, days, dice, sink);
                }
            }
        }
    }

    // An order is only made when one of its refunds falls on that day: making it is the dear part.
    private void book(LocalDate origin, int index, int days, Dice dice, Sink sink) throws IOException {
        int first = dice.oneOf(DAYS_TO_FIRST);
        boolean twice = dice.chance(200);
        int second = first + dice.between(1, MOST_DAYS_TO_SECOND);
        if (days != first && !(twice && days == second)) {
            return;
        }
        Order order = orders.at(origin, index);
        long paid = paidMinor(order);
        boolean whole = !twice && dice.chance(600);
        long part = whole ? paid : paid * dice.between(10, 70) / 100;
        long amount = days == first ? part : (paid - part) * dice.between(20, 100) / 100;
        if (amount > 0) {
            long bookedAt =
                    order.country().epochSecond(origin.plusDays(days), dice.between(9, 17) * 3600 + dice.below(3600));
            sink.accept(new Refund(order, days == first ? 1 : 2, amount, dice.oneOf(REASONS), bookedAt));
        }
    }

    private static long paidMinor(Order order) {
        return order.payments().stream()
                .filter(Payment::captured)
                .mapToLong(Payment::amountMinor)
                .sum();
    }
}
