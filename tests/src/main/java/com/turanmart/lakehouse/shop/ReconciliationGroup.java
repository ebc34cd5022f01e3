package com.turanmart.lakehouse.shop;

/** The exact sums of one country and method on one business date. */
final class ReconciliationGroup {
    private int orders;
    private long valueMinor;
    private long capturedMinor;
    private long refundsMinor;
    private long timingMinor;
    private long withoutOrderMinor;
    private long unpaidMinor;
    private long changedMinor;

    /** Adds an order of this date as known that many days later, without its payments. */
    void add(Order order, int days) {
        long due = order.dueMinor(days);
        orders++;
        valueMinor += due;
        long paid = 0;
        boolean isWhole = true;
        for (Payment payment : order.payments()) {
            if (payment.captured() && payment.arrives() <= days) {
                paid += payment.amountMinor();
                timingMinor -= payment.arrives() > 0 ? payment.amountMinor() : 0;
            }
            isWhole &= payment.arrives() <= days;
        }
        if (isWhole) {
            changedMinor += paid - due;
        } else {
            unpaidMinor += paid - due;
        }
    }

    void addOnItsDay(Payment payment) {
        capturedMinor += payment.amountMinor();
    }

    void addLater(Payment payment) {
        capturedMinor += payment.amountMinor();
        timingMinor += payment.amountMinor();
    }

    void addWithoutOrder(Payment payment) {
        capturedMinor += payment.amountMinor();
        withoutOrderMinor += payment.amountMinor();
    }

    void addRefund(Refund refund) {
        refundsMinor += refund.amountMinor();
    }

    /** The columns from {@code orders} on. */
    void tell(StateRow row) {
        row.value(orders)
                .minor(valueMinor)
                .minor(capturedMinor)
                .minor(refundsMinor)
                .minor(capturedMinor - valueMinor)
                .minor(timingMinor)
                .minor(withoutOrderMinor)
                .minor(0)
                .minor(unpaidMinor)
                .minor(0)
                .minor(changedMinor)
                .minor(0)
                .minor(0);
    }
}
