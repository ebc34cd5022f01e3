package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** Every payment attempt that was delivered. */
record PaymentsState(ShopPlan plan, Orders orders) implements SilverState {

    @Override
    public String table() {
        return "silver.payments";
    }

    @Override
    public String columns() {
        return "payment_id,order_id,method,status,amount,fee,currency,paid_at,business_date";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        int days = (int) ChronoUnit.DAYS.between(day, asOf);
        StateRow row = new StateRow();
        for (int index = 0; index < plan.ordersPerDay(); index++) {
            Order order = orders.at(day, index);
            tell(order, days, payment -> day.plusDays(payment.arrives()), row, rows);
        }
        for (int number = 0; number < plan.dirt().rowsAmong(plan.ordersPerDay()); number++) {
            // A currency of no country has no clock of its own.
            tell(orders.foreign(day, number), days, Payment::utcDay, row, rows);
        }
    }

    private static void tell(
            Order order, int days, Function<Payment, LocalDate> businessDate, StateRow row, Rows rows) {
        for (Payment payment : order.payments()) {
            if (payment.arrives() <= days) {
                rows.take(row.start()
                        .value("p-%011d-%d".formatted(payment.orderId(), payment.number()))
                        .value(payment.orderId())
                        .value(payment.method())
                        .value(payment.captured() ? "captured" : "failed")
                        .minor(payment.amountMinor())
                        .minor(payment.feeMinor())
                        .value(order.currency())
                        .utc(payment.paidAt())
                        .value(businessDate.apply(payment)));
            }
        }
    }
}
