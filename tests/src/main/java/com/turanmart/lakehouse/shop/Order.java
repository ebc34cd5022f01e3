package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** One order with everything that ever happens to it. */
record Order(
        long id,
        LocalDate day,
        Country country,
        String currency,
        int customerId,
        String channel,
        long orderedAt,
        long shippingMinor,
        History<OrderState> history,
        List<OrderLine> lines,
        List<Payment> payments) {

    /** Changes come at most this many days after the order's day. */
    static final int DAYS_OF_CHANGE = 3;

    /** Whether it is there and paid as known that many days after its own. */
    boolean counts(int days) {
        return !history.latest(days).deletes()
                && payments.stream().anyMatch(payment -> payment.captured() && payment.arrives() <= days);
    }

    /** The gross value of each of its lines. */
    long[] grossMinor(int days) {
        return lines.stream()
                .mapToLong(line -> line.grossMinor(line.quantity(days)))
                .toArray();
    }

    long discountMinor(int days) {
        return history.latest(days).state().discountMinor();
    }

    /** What it costs its buyer. */
    long dueMinor(int days) {
        long due = shippingMinor - discountMinor(days);
        for (OrderLine line : lines) {
            int quantity = line.quantity(days);
            due += line.grossMinor(quantity) - line.discountMinor() + line.taxMinor(quantity);
        }
        return due;
    }

    long feesMinor(int days) {
        long fees = 0;
        for (Payment payment : payments) {
            if (payment.captured() && payment.arrives() <= days) {
                fees += payment.feeMinor();
            }
        }
        return fees;
    }

    /** The method of its first captured payment as known that many days after its own. */
    String method(int days) {
        return payments.stream()
                .filter(payment -> payment.captured() && payment.arrives() <= days)
                .min(Comparator.comparingLong(Payment::paidAt).thenComparing(Payment::number))
                .orElseThrow()
                .method();
    }
}
