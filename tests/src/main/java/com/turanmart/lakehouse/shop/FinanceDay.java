package com.turanmart.lakehouse.shop;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** All groups of one business date: as large as the list of customers, however many orders there are. */
final class FinanceDay {
    /** Behind those of the catalogue: of refunds for which there is no line. */
    static final int UNASSIGNED = Catalogue.CATEGORIES.size();

    private final Snapshot snapshot;
    private final Map<Country, List<FinanceGroup>> groups = new EnumMap<>(Country.class);

    FinanceDay(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (Country country : Country.values()) {
            groups.put(
                    country,
                    Stream.generate(FinanceGroup::new).limit(UNASSIGNED + 1L).toList());
        }
    }

    FinanceGroup group(Country country, int category) {
        return groups.getOrDefault(country, List.of()).get(category);
    }

    /** Adds an order as known that many days after its own, with what its parcel costs. */
    void add(Order order, int days, long deliveryMinor) {
        if (!order.counts(days)) {
            return;
        }
        long[] gross = order.grossMinor(days);
        long[] discounts = Shares.of(order.discountMinor(days), gross);
        long[] shipping = Shares.of(order.shippingMinor(), gross);
        long[] delivery = Shares.of(deliveryMinor, gross);
        long[] fees = Shares.of(order.feesMinor(days), gross);
        int seen = 0;
        for (int row = 0; row < gross.length; row++) {
            OrderLine line = order.lines().get(row);
            int category = snapshot.category(line.productId());
            FinanceGroup group = group(order.country(), category);
            group.addLine(line, line.quantity(days), snapshot.unitCost(line.productId()));
            group.addShares(discounts[row], shipping[row], delivery[row], fees[row]);
            if ((seen & 1 << category) == 0) {
                group.addOrder(order.customerId());
                seen |= 1 << category;
            }
        }
    }

    /**
     * Adds a refund of this date.
     *
     * @param days after the order's own, as known then
     * @param category of a product on the order's day
     */
    void add(Refund refund, int days, IntUnaryOperator category) {
        Order order = refund.order();
        if (!order.counts(days)) {
            group(order.country(), UNASSIGNED).addRefund(refund.amountMinor());
            return;
        }
        long[] shares = Shares.of(refund.amountMinor(), order.grossMinor(days));
        for (int row = 0; row < shares.length; row++) {
            int product = order.lines().get(row).productId();
            group(order.country(), category.applyAsInt(product)).addRefund(shares[row]);
        }
    }
}
