package com.turanmart.lakehouse.laws.fault;

import static com.turanmart.lakehouse.laws.fault.Edits.always;
import static com.turanmart.lakehouse.laws.fault.Edits.first;
import static com.turanmart.lakehouse.laws.fault.Edits.times;
import static com.turanmart.lakehouse.laws.fault.Expected.held;
import static com.turanmart.lakehouse.laws.fault.Expected.heldBy;
import static com.turanmart.lakehouse.laws.fault.Expected.unseen;
import static com.turanmart.lakehouse.laws.fault.Expected.warned;
import static com.turanmart.lakehouse.laws.fault.Sources.FINANCE;
import static com.turanmart.lakehouse.laws.fault.Sources.LINES;
import static com.turanmart.lakehouse.laws.fault.Sources.PRODUCTS;

import java.util.List;

/** Wrong lists of products. */
final class FaultyCatalogue {
    static final List<Fault> ALL = List.of(
            Fault.of(
                            FINANCE,
                            "unit costs are zero",
                            night -> night.each(PRODUCTS, "unit_cost_usd", times("0")),
                            held("silver.products", "unit_cost_usd"))
                    .in("values"),
            Fault.of(
                            FINANCE,
                            "unit costs are a thousand times too high",
                            night -> night.each(PRODUCTS, "unit_cost_usd", times("1000")),
                            held("silver.products", "unit_cost_usd"))
                    .in("old orders"),
            Fault.of(
                            FINANCE,
                            "the unit cost of a product that is sold is ten times too high",
                            night -> night.each(
                                    PRODUCTS,
                                    "product_id",
                                    night.value(LINES, night.orders(3, 3), "product_id"),
                                    "unit_cost_usd",
                                    times("10")),
                            heldBy("unit_costs_do_not_leap"))
                    .in("reconciled"),
            Fault.of(
                            FINANCE,
                            "a category that is none",
                            night -> night.each(PRODUCTS, first(50), "category", always("gadgets")),
                            warned("silver.products", "category"))
                    .in("mix-ups"),
            Fault.of(
                    FINANCE,
                    "a tenth of the catalogue is missing",
                    night -> night.lines(PRODUCTS, lines -> lines.subList(0, lines.size() - 50)),
                    held("gold.finance_daily", "margin_usd")),
            Fault.of(
                            FINANCE,
                            "half of the catalogue is missing",
                            night -> night.lines(PRODUCTS, lines -> lines.subList(0, lines.size() / 2)),
                            held("silver.products", ""))
                    .in("no orders"),
            Fault.of(
                    FINANCE,
                    "a product is listed twice, at two costs",
                    night -> night.again(PRODUCTS, first(3), line -> line.replaceFirst("\\d\\.\\d{4}", "9.9999")),
                    unseen("of two rows of a list the later one wins")));

    private FaultyCatalogue() {}
}
