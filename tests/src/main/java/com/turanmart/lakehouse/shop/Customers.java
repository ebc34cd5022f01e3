package com.turanmart.lakehouse.shop;

import java.time.LocalDate;

/** Who buys: some join every day, a few ask to be deleted and are gone from the next night on. */
final class Customers {
    private final ShopPlan plan;
    private final int atFirst;

    Customers(ShopPlan plan) {
        this.plan = plan;
        this.atFirst = Math.max(20, plan.ordersPerDay() / 10);
    }

    /** The highest customer id of a day; ids start at 1. */
    int highest(LocalDate day) {
        return atFirst + plan.indexOf(day) * Math.max(1, atFirst / 200);
    }

    boolean isPresent(int customer, LocalDate day) {
        return customer % 50 != 7 || plan.indexOf(day) < 1 + customer / 50 % 20;
    }

    /** A customer who is there on that day. */
    int drawn(LocalDate day, Dice dice) {
        int customer = 1 + dice.below(highest(day));
        return isPresent(customer, day) ? customer : customer - 1;
    }

    /** The first day on which the customer is in the snapshot, or the plan's first. */
    LocalDate joined(int customer) {
        int late = Math.max(0, customer - atFirst);
        int perDay = Math.max(1, atFirst / 200);
        return plan.from().plusDays((late + perDay - 1) / perDay);
    }

    Dice dice(int customer) {
        return new Dice(plan.seed(), Topic.CUSTOMER, customer, 0);
    }
}
