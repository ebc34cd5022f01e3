package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The latest version of every order that is not deleted; one in a currency that nobody knows is put aside. */
record OrdersState(ShopPlan plan, Orders orders) implements SilverState {

    @Override
    public String table() {
        return "silver.orders";
    }

    @Override
    public String columns() {
        return "order_id,customer_id,country,currency,status,channel,ordered_at,updated_at,discount,shipping,business_date";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        int days = (int) ChronoUnit.DAYS.between(day, asOf);
        StateRow row = new StateRow();
        for (int index = 0; index < plan.ordersPerDay(); index++) {
            Order order = orders.at(day, index);
            Change<OrderState> latest = order.history().latest(days);
            if (!latest.deletes()) {
                rows.take(row.start()
                        .value(order.id())
                        .value(order.customerId())
                        .value(order.country())
                        .value(order.currency())
                        .value(latest.state().status())
                        .value(order.channel())
                        .utc(order.orderedAt())
                        .utc(latest.micros() / 1_000_000)
                        .minor(latest.state().discountMinor())
                        .minor(order.shippingMinor())
                        .value(day));
            }
        }
    }
}
