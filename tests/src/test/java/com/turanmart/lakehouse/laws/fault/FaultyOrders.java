package com.turanmart.lakehouse.laws.fault;

import static com.turanmart.lakehouse.laws.fault.Edits.always;
import static com.turanmart.lakehouse.laws.fault.Edits.hours;
import static com.turanmart.lakehouse.laws.fault.Edits.times;
import static com.turanmart.lakehouse.laws.fault.Expected.held;
import static com.turanmart.lakehouse.laws.fault.Expected.heldBy;
import static com.turanmart.lakehouse.laws.fault.Expected.quarantined;
import static com.turanmart.lakehouse.laws.fault.Expected.warnedBy;
import static com.turanmart.lakehouse.laws.fault.Sources.FINANCE;
import static com.turanmart.lakehouse.laws.fault.Sources.LINES;
import static com.turanmart.lakehouse.laws.fault.Sources.ORDERS;
import static com.turanmart.lakehouse.laws.fault.Sources.PAYMENTS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Wrong orders and order lines. */
final class FaultyOrders {
    static final List<Fault> ALL = List.of(
            Fault.of(
                            FINANCE,
                            "prices are below zero",
                            night -> night.each(LINES, night.orders(1, 3), "unit_price_minor", times("-1")),
                            held("silver.order_lines", "unit_price"))
                    .in("values"),
            Fault.of(
                            FINANCE,
                            "quantities are below zero",
                            night -> night.each(LINES, night.orders(1, 3), "quantity", times("-1")),
                            held("silver.order_lines", "quantity"))
                    .in("values"),
            Fault.of(
                            FINANCE,
                            "discounts exceed prices",
                            night -> night.each(LINES, night.orders(1, 3), "discount_minor", always("999999999")),
                            heldBy("discounts_are_within_prices"))
                    .in("leaps"),
            Fault.of(
                            FINANCE,
                            "price and discount change places",
                            night -> night.lines(
                                    LINES,
                                    lines -> header(
                                            lines,
                                            header -> header.replace(
                                                    "unit_price_minor,discount_minor",
                                                    "discount_minor,unit_price_minor"))),
                            heldBy("discounts_are_within_prices"))
                    .in("mix-ups"),
            Fault.of(
                    FINANCE,
                    "orders have no currency",
                    night -> night.each(ORDERS, "currency", always("")),
                    heldBy("payments_have_orders")),
            Fault.of(
                            FINANCE,
                            "one order is in another currency",
                            night -> night.each(
                                    ORDERS,
                                    night.orders(1, 1),
                                    "currency",
                                    value -> value.equals("AED") ? "UZS" : "AED"),
                            heldBy("orders_are_in_the_currency_of_their_country"))
                    .in("leaps"),
            Fault.of(
                            FINANCE,
                            "orders and payments in so'm are said to be in dirhams",
                            night -> {
                                night.each(ORDERS, "currency", value -> value.equals("UZS") ? "AED" : value);
                                night.each(PAYMENTS, "currency", value -> value.equals("UZS") ? "AED" : value);
                            },
                            heldBy("orders_are_in_the_currency_of_their_country"))
                    .in("mix-ups"),
            Fault.of(
                    FINANCE,
                    "prices are in minor units of minor units",
                    night -> night.each(LINES, "unit_price_minor", times("100")),
                    held("gold.finance_daily", "gross_sales_usd")),
            Fault.of(
                            FINANCE,
                            "one price is in minor units of minor units",
                            night -> night.each(LINES, night.orders(5, 5), "unit_price_minor", times("100")),
                            heldBy("unexplained_within_tolerance"))
                    .in("reconciled"),
            Fault.of(
                            FINANCE,
                            "an order of a country that is none",
                            night -> night.each(ORDERS, night.orders(1, 1), "country", always("XX")),
                            quarantined("silver.orders", 2))
                    .in("put aside"),
            Fault.of(
                    FINANCE,
                    "an order is dated 40 days ahead",
                    night -> night.each(ORDERS, night.orders(2, 2), "ordered_at", hours(40 * 24)),
                    held("gold.finance_daily", "no_day_is_missing")),
            Fault.of(
                    FINANCE,
                    "an order is dated ten years ago",
                    night -> night.each(ORDERS, night.orders(2, 2), "ordered_at", hours(-3650 * 24)),
                    held("gold.finance_daily", "")),
            Fault.of(
                            FINANCE,
                            "all orders are five hours late",
                            night -> night.each(ORDERS, "ordered_at", hours(5)),
                            warnedBy("nothing_is_paid_before_it_is_ordered"))
                    .in("leaps"),
            Fault.of(
                            FINANCE,
                            "all orders are five hours early",
                            night -> night.each(ORDERS, "ordered_at", hours(-5)),
                            warnedBy("orders_are_paid_soon"))
                    .in("reconciled"),
            Fault.of(
                            FINANCE,
                            "the second half of the orders is missing",
                            night -> night.lines(ORDERS, lines -> lines.subList(0, lines.size() / 2)),
                            heldBy("payments_have_orders"))
                    .in("gaps"));

    private FaultyOrders() {}

    private static List<String> header(List<String> lines, UnaryOperator<String> change) {
        var changed = new ArrayList<>(lines);
        changed.set(0, change.apply(lines.get(0)));
        return changed;
    }
}
