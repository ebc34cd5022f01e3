package com.turanmart.lakehouse.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** The exact sums of one country and category on one business date. */
final class FinanceGroup {
    private final BitSet buyers = new BitSet();
    private long orders;
    private long units;
    private long grossMinor;
    private long discountsMinor;
    private long taxMinor;
    private long shippingMinor;
    private long refundsMinor;
    private long deliveryMinor;
    private long feesMinor;
    private long costTenThousandths;
    private boolean empty = true;

    void addOrder(int customerId) {
        orders++;
        empty = false;
        buyers.set(customerId);
    }

    void addLine(OrderLine line, int quantity, long unitCost) {
        units += quantity;
        grossMinor += line.grossMinor(quantity);
        discountsMinor += line.discountMinor();
        taxMinor += line.taxMinor(quantity);
        costTenThousandths += quantity * unitCost;
    }

    void addShares(long discount, long shipping, long delivery, long fees) {
        discountsMinor += discount;
        shippingMinor += shipping;
        deliveryMinor += delivery;
        feesMinor += fees;
    }

    void addRefund(long minor) {
        refundsMinor += minor;
        empty = false;
    }

    boolean isEmpty() {
        return empty;
    }

    /** The columns from {@code orders} on. */
    String text(BigDecimal unitsPerDollar) {
        BigDecimal costUsd = BigDecimal.valueOf(costTenThousandths, 4);
        List<BigDecimal> minor = List.of(
                local(grossMinor),
                local(discountsMinor),
                local(grossMinor - discountsMinor),
                local(taxMinor),
                local(shippingMinor),
                local(refundsMinor),
                costUsd.multiply(unitsPerDollar),
                local(deliveryMinor),
                local(feesMinor));
        List<BigDecimal> dollars = minor.stream()
                .map(amount -> amount.divide(unitsPerDollar, 2, RoundingMode.HALF_EVEN))
                .toList();
        List<BigDecimal> rounded = minor.stream()
                .map(amount -> amount.setScale(2, RoundingMode.HALF_EVEN))
                .toList();
        return orders + "," + units + "," + buyers.cardinality() + "," + withMargin(rounded) + ","
                + withMargin(dollars);
    }

    private static String withMargin(List<BigDecimal> amounts) {
        BigDecimal margin = amounts.get(2).add(amounts.get(4));
        for (BigDecimal lost : amounts.subList(5, amounts.size())) {
            margin = margin.subtract(lost);
        }
        return amounts.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(",")) + ","
                + margin.toPlainString();
    }

    private static BigDecimal local(long minor) {
        return BigDecimal.valueOf(minor, 2);
    }
}
