package com.turanmart.lakehouse.laws.fault;

import static com.turanmart.lakehouse.laws.fault.Edits.always;
import static com.turanmart.lakehouse.laws.fault.Edits.first;
import static com.turanmart.lakehouse.laws.fault.Edits.times;
import static com.turanmart.lakehouse.laws.fault.Expected.held;
import static com.turanmart.lakehouse.laws.fault.Expected.heldBy;
import static com.turanmart.lakehouse.laws.fault.Expected.unseen;
import static com.turanmart.lakehouse.laws.fault.Expected.warnedBy;
import static com.turanmart.lakehouse.laws.fault.Sources.FINANCE;
import static com.turanmart.lakehouse.laws.fault.Sources.PAYMENTS;
import static com.turanmart.lakehouse.laws.fault.Sources.REFUNDS;

import java.util.List;

/** Wrong payments and refunds. */
final class FaultyPayments {
    static final List<Fault> ALL = List.of(
            Fault.of(
                    FINANCE,
                    "payments are in major units",
                    night -> night.each(
                            PAYMENTS, "amount_minor", value -> value.substring(0, Math.max(1, value.length() - 2))),
                    heldBy("unexplained_within_tolerance")),
            Fault.of(
                            FINANCE,
                            "a fee exceeds its payment",
                            night -> night.each(PAYMENTS, night.orders(1, 5), "fee_minor", always("99999999999")),
                            heldBy("fees_are_within_payments"))
                    .in("leaps"),
            Fault.of(
                            FINANCE,
                            "a status that is none",
                            night -> night.each(PAYMENTS, night.orders(1, 5), "status", always("settled")),
                            held("silver.payments", "status"))
                    .in("values"),
            Fault.of(
                            FINANCE,
                            "a payment for an order that is none",
                            night -> night.again(
                                    PAYMENTS, night.orders(5, 5), line -> line.replace(night.order(5), "777777777")),
                            unseen(
                                    "an explained part of finance_reconciliation, told from a twentieth of a large day on"))
                    .in("explained"),
            Fault.of(
                            FINANCE,
                            "orders are paid by word alone",
                            night -> night.without(PAYMENTS, night.orders(4, 6)),
                            unseen("an explained part of finance_reconciliation for three days"))
                    .in("explained"),
            Fault.of(
                            FINANCE,
                            "a refund exceeds its order",
                            night -> night.each(REFUNDS, "amount", times("1000")),
                            warnedBy("refunds_are_at_most_what_was_paid"))
                    .in("leaps"),
            Fault.of(
                            FINANCE,
                            "refunds come again under other names",
                            night -> night.again(REFUNDS, line -> true, line -> "again-" + line),
                            warnedBy("refunds_are_at_most_what_was_paid"))
                    .in("mix-ups"),
            Fault.of(
                            FINANCE,
                            "a refund of an order that is none",
                            night -> night.again(
                                    REFUNDS,
                                    first(1),
                                    line -> line.replaceFirst("^[^,]*,[^,]*", "R-unknown,777777777")),
                            warnedBy("refunds_are_at_most_what_was_paid"))
                    .in("gaps"));

    private FaultyPayments() {}
}
