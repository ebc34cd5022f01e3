package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was paid beside what was sold. Buyers of this shop pay what is due when they pay, some of them a half of it on
 * the next day: what is missing then comes, and any other difference is a change that the shop made afterwards.
 */
record ReconciliationDays(ShopPlan plan, Orders orders, Refunds refunds) implements MartState {
    private static final int MOST_DAYS_TO_PAY = 1;

    @Override
    public String name() {
        return "finance_reconciliation";
    }

    @Override
    public String columns() {
        return "business_date,country,method,orders,order_value,captured,refunds,difference,timing,"
                + "payment_without_order,order_without_payment,unpaid,overpaid,changed_after_payment,unexplained,"
                + "unexplained_absolute";
    }

    /** In UTC the first morning of the shop belongs to the day before. */
    @Override
    public LocalDate first(LocalDate from) {
        return from.minusDays(1);
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, SilverState.Rows rows) {
        Map<String, ReconciliationGroup> groups = new TreeMap<>();
        for (int back = 0; back <= Math.min(MOST_DAYS_TO_PAY, plan.indexOf(day)); back++) {
            int days = daysSince(day.minusDays(back), asOf);
            for (int index = 0; index < plan.ordersPerDay(); index++) {
                Order order = orders.at(day.minusDays(back), index);
                addPayments(groups, order, back, days);
                if (back == 0 && order.counts(days)) {
                    group(groups, order.country().name(), order.method(days)).add(order, days);
                }
            }
        }
        addForeign(groups, day, asOf);
        addRefunds(groups, day, asOf);
        StateRow row = new StateRow();
        groups.forEach((key, group) -> {
            String[] names = key.split(" ", -1);
            group.tell(row.start().value(day).value(names[0]).value(names[1]));
            rows.take(row);
        });
    }

    /** Those of one day, so many days after the order's. */
    private static void addPayments(Map<String, ReconciliationGroup> groups, Order order, int after, int days) {
        boolean isGone = order.history().latest(days).deletes();
        for (Payment payment : order.payments()) {
            if (payment.captured() && payment.arrives() == after) {
                ReconciliationGroup group = group(groups, order.country().name(), payment.method());
                if (isGone) {
                    group.addWithoutOrder(payment);
                } else if (after == 0) {
                    group.addOnItsDay(payment);
                } else {
                    group.addLater(payment);
                }
            }
        }
    }

    /** A currency of no country stands for it, and has no clock of its own; no such order is ever there. */
    private void addForeign(Map<String, ReconciliationGroup> groups, LocalDate day, LocalDate asOf) {
        LocalDate first = plan.indexOf(day) > MOST_DAYS_TO_PAY ? day.minusDays(MOST_DAYS_TO_PAY) : plan.from();
        LocalDate last = day.isBefore(asOf) ? day.plusDays(1) : asOf;
        for (LocalDate ordered : first.datesUntil(last.plusDays(1)).toList()) {
            for (int number = 0; number < plan.dirt().rowsAmong(plan.ordersPerDay()); number++) {
                Order order = orders.foreign(ordered, number);
                for (Payment payment : order.payments()) {
                    if (payment.captured()
                            && payment.arrives() <= daysSince(ordered, asOf)
                            && payment.utcDay().equals(day)) {
                        group(groups, order.currency(), payment.method()).addWithoutOrder(payment);
                    }
                }
            }
        }
    }

    private void addRefunds(Map<String, ReconciliationGroup> groups, LocalDate day, LocalDate asOf) {
        try {
            refunds.booked(day, refund -> {
                Order order = refund.order();
                int days = daysSince(order.day(), asOf);
                group(groups, order.country().name(), order.counts(days) ? order.method(days) : "none")
                        .addRefund(refund);
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ReconciliationGroup group(Map<String, ReconciliationGroup> groups, String country, String method) {
        return groups.computeIfAbsent(country + " " + method, first -> new ReconciliationGroup());
    }

    private static int daysSince(LocalDate day, LocalDate asOf) {
        return (int) ChronoUnit.DAYS.between(day, asOf);
    }
}
