package com.turanmart.lakehouse.oracle;

import java.util.List;
import java.util.stream.Stream;

/** A mart with the columns that it must have. */
public record Mart(String table, List<String> grain, List<String> columns) {
    private static final List<String> AMOUNTS = List.of(
            "gross_sales",
            "discounts",
            "net_sales",
            "tax",
            "shipping_income",
            "refunds",
            "cogs",
            "delivery_cost",
            "payment_fees",
            "margin");

    public static final Mart FINANCE_DAILY = new Mart(
            "gold.finance_daily",
            List.of("business_date", "country", "category"),
            Stream.of(
                            Stream.of("business_date", "country", "category", "currency", "orders", "units", "buyers"),
                            AMOUNTS.stream(),
                            AMOUNTS.stream().map(amount -> amount + "_usd"))
                    .flatMap(columns -> columns)
                    .toList());

    public static final Mart CUSTOMER_360 = new Mart(
            "gold.customer_360",
            List.of("customer_id"),
            List.of(
                    "customer_id",
                    "country",
                    "city",
                    "consent",
                    "consent_email",
                    "consent_phone",
                    "open_tickets",
                    "first_order_day",
                    "last_order_day",
                    "orders",
                    "units",
                    "net_sales_usd",
                    "margin_usd",
                    "refunds_usd",
                    "refund_rate",
                    "average_order_value_usd",
                    "preferred_category",
                    "preferred_method",
                    "preferred_channel",
                    "recency_score",
                    "frequency_score",
                    "value_score",
                    "is_active",
                    "last_seen_at"));

    public static final List<Mart> ALL = List.of(FINANCE_DAILY, CUSTOMER_360);
}
