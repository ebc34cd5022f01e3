package com.turanmart.lakehouse.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** What one customer bought and gave back. Amounts become dollars, and whole cents, once for each order and refund. */
final class CustomerSums {
    private static final int DAYS_ACTIVE = 90;

    private final TreeSet<LocalDate> orderDays = new TreeSet<>();
    private final Favourite categories = new Favourite();
    private final Favourite methods = new Favourite();
    private final Favourite channels = new Favourite();
    private final Set<Long> refunded = new HashSet<>();
    private int orders;
    private long units;
    private BigDecimal netSales = BigDecimal.valueOf(0, 2);
    private BigDecimal margin = BigDecimal.valueOf(0, 2);
    private BigDecimal refunds = BigDecimal.valueOf(0, 2);

    /** Adds a paid order as known that many days after its own, with what its parcel costs. */
    void add(Order order, int days, long deliveryMinor, Snapshot snapshot, BigDecimal unitsPerDollar) {
        long netMinor = -order.discountMinor(days);
        long costTenThousandths = 0;
        for (OrderLine line : order.lines()) {
            int quantity = line.quantity(days);
            units += quantity;
            netMinor += line.grossMinor(quantity) - line.discountMinor();
            costTenThousandths += quantity * snapshot.unitCost(line.productId());
            categories.add(Catalogue.CATEGORIES.get(snapshot.category(line.productId())), quantity);
        }
        BigDecimal net = dollars(netMinor, unitsPerDollar);
        netSales = netSales.add(net);
        margin = margin.add(net)
                .add(dollars(order.shippingMinor(), unitsPerDollar))
                .subtract(BigDecimal.valueOf(costTenThousandths, 4).setScale(2, RoundingMode.HALF_EVEN))
                .subtract(dollars(deliveryMinor, unitsPerDollar))
                .subtract(dollars(order.feesMinor(days), unitsPerDollar));
        orders++;
        orderDays.add(order.day());
        methods.add(order.method(days), 1);
        channels.add(order.channel(), 1);
    }

    /** Adds a refund of a paid order, at the rate of the refund's own day. */
    void add(Refund refund, BigDecimal unitsPerDollar) {
        BigDecimal given = dollars(refund.amountMinor(), unitsPerDollar);
        refunds = refunds.add(given);
        margin = margin.subtract(given);
        refunded.add(refund.order().id());
    }

    /** The columns from {@code first_order_day} to {@code is_active}. */
    void tell(StateRow row, LocalDate today) {
        if (orders == 0) {
            row.none().none().value(0).value(0).value(netSales).value(margin).value(refunds);
            row.none().none().none().none().none().none().none().none().value(false);
            return;
        }
        long daysSince = ChronoUnit.DAYS.between(orderDays.last(), today);
        row.value(orderDays.first())
                .value(orderDays.last())
                .value(orders)
                .value(units)
                .value(netSales)
                .value(margin)
                .value(refunds)
                .value(perOrder(BigDecimal.valueOf(refunded.size()), 4))
                .value(perOrder(netSales, 2))
                .value(categories.name())
                .value(methods.name())
                .value(channels.name())
                .value(5 - beyond(daysSince, 7, 30, 90, 180))
                .value(1 + beyond(orders, 1, 3, 6, 12))
                .value(1 + beyond(netSales.unscaledValue().longValueExact(), 49_99, 199_99, 499_99, 999_99))
                .value(daysSince <= DAYS_ACTIVE);
    }

    private String perOrder(BigDecimal sum, int digits) {
        return sum.divide(BigDecimal.valueOf(orders), digits, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static long beyond(long value, long... edges) {
        return LongStream.of(edges).filter(edge -> value > edge).count();
    }

    private static BigDecimal dollars(long minor, BigDecimal unitsPerDollar) {
        return BigDecimal.valueOf(minor, 2).divide(unitsPerDollar, 2, RoundingMode.HALF_EVEN);
    }
}
