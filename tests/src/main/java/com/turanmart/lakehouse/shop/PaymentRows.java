package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.time.LocalDate;

/** All payment lines of a day, each with the quarter of the day whose file it belongs to. */
final class PaymentRows {
    private final ShopPlan plan;
    private final Orders orders;
    private final Sink sink;
    private final StringBuilder line = new StringBuilder(220);

    /** Takes one line at a time. */
    interface Sink {
        void accept(int quarter, CharSequence line) throws IOException;
    }

    PaymentRows(ShopPlan plan, Orders orders, Sink sink) {
        this.plan = plan;
        this.orders = orders;
        this.sink = sink;
    }

    void write(LocalDate day) throws IOException {
        if (plan.indexOf(day) > 0) {
            writeOrdersOf(day.minusDays(1), 1);
        }
        writeOrdersOf(day, 0);
    }

    private void writeOrdersOf(LocalDate origin, int days) throws IOException {
        for (int index = 0; index < plan.ordersPerDay(); index++) {
            Order order = orders.at(origin, index);
            writePayments(order, days);
            if (days == 0) {
                writeDirt(origin, index, order);
            }
        }
        for (int number = 0; number < plan.dirt().rowsAmong(plan.ordersPerDay()); number++) {
            writePayments(orders.foreign(origin, number), days);
        }
    }

    private void writePayments(Order order, int days) throws IOException {
        for (Payment payment : order.payments()) {
            if (payment.arrives() == days) {
                sink.accept(payment.quarter(), text(payment, order.currency(), Long.toString(payment.amountMinor())));
            }
        }
    }

    private void writeDirt(LocalDate day, int index, Order order) throws IOException {
        if (plan.isHit(DirtKind.DUPLICATE_IN_FILE, index)) {
            Payment first = order.payments().get(0);
            sink.accept(first.quarter(), text(first, order.currency(), Long.toString(first.amountMinor())));
        }
        if (plan.isHit(DirtKind.CUT_OFF, index)) {
            Ghost ghost = orders.ghost(day, DirtKind.CUT_OFF, index);
            CharSequence whole = text(payment(ghost), "UZS", "100");
            sink.accept(quarter(ghost), whole.subSequence(0, whole.length() / 2));
        }
        if (plan.isHit(DirtKind.WRONG_TYPE, index)) {
            Ghost ghost = orders.ghost(day, DirtKind.WRONG_TYPE, index);
            sink.accept(quarter(ghost), text(payment(ghost), "UZS", "\"n/a\""));
        }
    }

    // Never in the first file, which may be delivered twice: its dirt would have to be counted twice.
    private static int quarter(Ghost ghost) {
        return 1 + ghost.number() % 3;
    }

    private static Payment payment(Ghost ghost) {
        return new Payment(ghost.id(), 1, "card", false, 0, 0, ghost.at(), 0, quarter(ghost));
    }

    private CharSequence text(Payment payment, String currency, String amount) {
        line.setLength(0);
        Digits.append(line.append("{\"payment_id\":\"p-"), payment.orderId(), 11);
        line.append('-').append(payment.number());
        line.append("\",\"order_id\":").append(payment.orderId());
        line.append(",\"method\":\"").append(payment.method());
        line.append("\",\"status\":\"").append(payment.captured() ? "captured" : "failed");
        line.append("\",\"amount_minor\":").append(amount);
        line.append(",\"fee_minor\":").append(payment.feeMinor());
        line.append(",\"currency\":\"").append(currency).append("\",\"paid_at\":\"");
        Digits.appendUtc(line, payment.paidAt(), "-", "T", ":");
        return line.append("Z\"}");
    }
}
