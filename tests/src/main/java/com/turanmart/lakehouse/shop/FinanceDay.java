package com.turanmart.lakehouse.shop;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All groups of one business date: as large as the list of customers, however many orders there are. */
final class FinanceDay {
    private final Snapshot snapshot;
    private final Map<Country, List<FinanceGroup>> groups = new EnumMap<>(Country.class);

    FinanceDay(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (Country country : Country.values()) {
            int categories = Catalogue.CATEGORIES.size();
            groups.put(
                    country,
                    Stream.generate(FinanceGroup::new).limit(categories).toList());
        }
    }

    FinanceGroup group(Country country, int category) {
        return groups.getOrDefault(country, List.of()).get(category);
    }

    /** Adds an order as known that many days after its own. */
    void add(Order order, int days) {
        if (!order.counts(days)) {
            return;
        }
        long[] gross = new long[order.lines().size()];
        for (int row = 0; row < gross.length; row++) {
            OrderLine line = order.lines().get(row);
            gross[row] = line.grossMinor(line.quantity(days));
        }
        long[] discounts = Shares.of(order.discountMinor(days), gross);
        long[] shipping = Shares.of(order.shippingMinor(), gross);
        long[] fees = Shares.of(order.feesMinor(days), gross);
        int seen = 0;
        for (int row = 0; row < gross.length; row++) {
            OrderLine line = order.lines().get(row);
            int category = snapshot.category(line.productId());
            FinanceGroup group = group(order.country(), category);
            group.addLine(line, line.quantity(days), snapshot.unitCost(line.productId()));
            group.addShares(discounts[row], shipping[row], fees[row]);
            if ((seen & 1 << category) == 0) {
                group.addOrder(order.customerId());
                seen |= 1 << category;
            }
        }
    }
}
