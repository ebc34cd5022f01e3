package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** The sums of all customers as known after the deliveries up to a day, folded from every order of the shop. */
final class CustomerSales {
    private final FinanceTruth finance;
    private final LocalDate asOf;
    private final Map<Integer, CustomerSums> sums = new HashMap<>();
    private LocalDate latestDay;

    CustomerSales(FinanceTruth finance, LocalDate asOf) {
        this.finance = finance;
        this.asOf = asOf;
        this.latestDay = finance.plan().from();
        latestDay.datesUntil(asOf.plusDays(1)).forEach(this::add);
    }

    CustomerSums of(int customer) {
        return sums.computeIfAbsent(customer, first -> new CustomerSums());
    }

    /** The newest day of any order that is there, paid or not. */
    LocalDate latestDay() {
        return latestDay;
    }

    private void add(LocalDate day) {
        Snapshot snapshot = Snapshot.of(finance.catalogue(), day);
        int days = daysSince(day);
        for (int index = 0; index < finance.plan().ordersPerDay(); index++) {
            Order order = finance.orders().at(day, index);
            if (!order.history().latest(days).deletes()) {
                latestDay = day;
            }
            if (order.counts(days)) {
                long delivery = finance.parcels()
                        .of(order, index)
                        .map(parcel -> parcel.costMinor(days))
                        .orElse(0L);
                of(order.customerId())
                        .add(
                                order,
                                days,
                                delivery,
                                snapshot,
                                finance.rates().unitsPerDollar(order.country(), day, asOf));
            }
        }
        addRefunds(day);
    }

    private void addRefunds(LocalDate day) {
        try {
            finance.refunds().booked(day, refund -> {
                Order order = refund.order();
                if (order.counts(daysSince(order.day()))) {
                    of(order.customerId()).add(refund, finance.rates().unitsPerDollar(order.country(), day, asOf));
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private int daysSince(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, asOf);
    }
}
