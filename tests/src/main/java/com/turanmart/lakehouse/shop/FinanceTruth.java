package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The finance figures of a business date, folded from the orders themselves and never from what landed. */
record FinanceTruth(
        ShopPlan plan, Orders orders, Parcels parcels, Refunds refunds, Catalogue catalogue, RateBook rates) {
    static final String HEADER = "business_date,country,category,currency,orders,units,buyers,"
            + "gross_sales,discounts,net_sales,tax,shipping_income,refunds,cogs,delivery_cost,payment_fees,margin,"
            + "gross_sales_usd,discounts_usd,net_sales_usd,tax_usd,shipping_income_usd,refunds_usd,cogs_usd,"
            + "delivery_cost_usd,payment_fees_usd,margin_usd";

    /** The rows of a business date as known after the deliveries up to {@code asOf}. */
    List<String> rows(LocalDate day, LocalDate asOf) {
        int days = (int) ChronoUnit.DAYS.between(day, asOf);
        FinanceDay finance = new FinanceDay(Snapshot.of(catalogue, day));
        for (int index = 0; index < plan.ordersPerDay(); index++) {
            Order order = orders.at(day, index);
            long delivery = parcels.of(order, index)
                    .map(parcel -> parcel.costMinor(days))
                    .orElse(0L);
            finance.add(order, days, delivery);
        }
        addRefunds(finance, day, asOf);
        List<String> rows = new ArrayList<>();
        for (Country country : inTextOrder()) {
            BigDecimal rate = rates.unitsPerDollar(country, day, asOf);
            for (int category = 0; category <= FinanceDay.UNASSIGNED; category++) {
                FinanceGroup group = finance.group(country, category);
                if (!group.isEmpty()) {
                    String key = day + "," + country + "," + name(category);
                    rows.add(key + "," + country.currency() + "," + group.text(rate));
                }
            }
        }
        return rows;
    }

    private void addRefunds(FinanceDay finance, LocalDate day, LocalDate asOf) {
        try {
            refunds.booked(day, refund -> {
                LocalDate ordered = refund.order().day();
                finance.add(
                        refund,
                        (int) ChronoUnit.DAYS.between(ordered, asOf),
                        product -> catalogue.category(product, ordered));
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String name(int category) {
        return category == FinanceDay.UNASSIGNED ? "unassigned" : Catalogue.CATEGORIES.get(category);
    }

    private static List<Country> inTextOrder() {
        return Arrays.stream(Country.values())
                .sorted(Comparator.comparing(Country::name))
                .toList();
    }
}
