package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The latest version of every line that is not deleted; a line does not say in which currency it is. */
record OrderLinesState(ShopPlan plan, Orders orders) implements SilverState {

    @Override
    public String table() {
        return "silver.order_lines";
    }

    @Override
    public String columns() {
        return "order_id,line_no,product_id,quantity,unit_price,discount,tax,updated_at";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        int days = (int) ChronoUnit.DAYS.between(day, asOf);
        StateRow row = new StateRow();
        for (int index = 0; index < plan.ordersPerDay(); index++) {
            tell(orders.at(day, index), days, row, rows);
        }
        for (int number = 0; number < plan.dirt().rowsAmong(plan.ordersPerDay()); number++) {
            tell(orders.foreign(day, number), days, row, rows);
        }
    }

    private static void tell(Order order, int days, StateRow row, Rows rows) {
        for (OrderLine line : order.lines()) {
            Change<Integer> latest = line.history().latest(days);
            if (!latest.deletes()) {
                rows.take(row.start()
                        .value(order.id())
                        .value(line.lineNo())
                        .value(line.productId())
                        .value(latest.state())
                        .minor(line.unitPriceMinor())
                        .minor(line.discountMinor())
                        .minor(line.taxMinor(latest.state()))
                        .utc(latest.micros() / 1_000_000));
            }
        }
    }
}
