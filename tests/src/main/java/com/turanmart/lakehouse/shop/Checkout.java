package com.turanmart.lakehouse.shop;

import java.util.ArrayList;
import java.util.List;

/** Draws how an order is paid: at once or in two parts, after failures, or not at all. */
final class Checkout {
    private static final List<String> METHODS = List.of("card", "card", "wallet", "cash");

    private final long orderId;
    private final long dueMinor;
    private final int paidOn;
    private final Clock clock;
    private final Dice dice;
    private final String method;
    private final List<Payment> payments = new ArrayList<>(2);

    Checkout(long orderId, long dueMinor, int paidOn, Clock clock, Dice dice) {
        this.orderId = orderId;
        this.dueMinor = dueMinor;
        this.paidOn = paidOn;
        this.clock = clock;
        this.dice = dice;
        this.method = dice.oneOf(METHODS);
    }

    List<Payment> payments() {
        int failures = dice.chance(80) ? dice.between(1, 2) : 0;
        for (int failure = 0; failure < failures; failure++) {
            add(false, dueMinor, Happening.CREATED, 0);
        }
        if (paidOn != Fate.NEVER) {
            long first = dice.chance(50) ? dueMinor / 2 : dueMinor;
            add(true, first, Happening.PAID, paidOn);
            if (first < dueMinor) {
                boolean nextDay = paidOn == 0 && dice.chance(500);
                add(true, dueMinor - first, nextDay ? Happening.PAID : Happening.LEFT, nextDay ? 1 : paidOn);
            }
        }
        return payments;
    }

    private void add(boolean captured, long amount, Happening when, int days) {
        int second = clock.second(when, days);
        payments.add(new Payment(
                orderId,
                payments.size() + 1,
                method,
                captured,
                amount,
                captured ? amount * feePerMille() / 1000 : 0,
                clock.epochSecond(second, days),
                days,
                second / 21_600));
    }

    private int feePerMille() {
        return switch (method) {
            case "card" -> 21;
            case "wallet" -> 13;
            default -> 0;
        };
    }
}
