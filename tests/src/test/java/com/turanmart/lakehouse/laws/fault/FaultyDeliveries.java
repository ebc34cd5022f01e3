package com.turanmart.lakehouse.laws.fault;

import static com.turanmart.lakehouse.laws.fault.Expected.harmless;
import static com.turanmart.lakehouse.laws.fault.Expected.held;
import static com.turanmart.lakehouse.laws.fault.Expected.heldBy;
import static com.turanmart.lakehouse.laws.fault.Expected.waiting;
import static com.turanmart.lakehouse.laws.fault.Expected.warnedBy;
import static com.turanmart.lakehouse.laws.fault.Sources.CLICKS;
import static com.turanmart.lakehouse.laws.fault.Sources.CUSTOMERS;
import static com.turanmart.lakehouse.laws.fault.Sources.DELIVERIES;
import static com.turanmart.lakehouse.laws.fault.Sources.FINANCE;
import static com.turanmart.lakehouse.laws.fault.Sources.LINES;
import static com.turanmart.lakehouse.laws.fault.Sources.ORDERS;
import static com.turanmart.lakehouse.laws.fault.Sources.OTHERS;
import static com.turanmart.lakehouse.laws.fault.Sources.PAYMENTS;
import static com.turanmart.lakehouse.laws.fault.Sources.PRODUCTS;
import static com.turanmart.lakehouse.laws.fault.Sources.RATES;
import static com.turanmart.lakehouse.laws.fault.Sources.REFUNDS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What comes twice, late, cut off or not at all. */
final class FaultyDeliveries {
    static final List<Fault> ALL = List.of(
            Fault.of(FINANCE, "payments are delivered twice", night -> night.twice(PAYMENTS), harmless())
                    .in("repeats"),
            Fault.of(FINANCE, "orders are delivered twice", night -> night.twice(ORDERS), harmless())
                    .in("repeats"),
            Fault.of(FINANCE, "parcels are delivered twice", night -> night.twice(DELIVERIES), harmless())
                    .in("repeats"),
            Fault.of(OTHERS, "clicks are delivered twice", night -> night.twice(CLICKS), harmless())
                    .in("lists again"),
            Fault.of(OTHERS, "the list of customers is there twice", night -> night.twice(CUSTOMERS), harmless())
                    .in("lists again"),
            Fault.of(
                            FINANCE,
                            "one of the files of payments is lost",
                            night -> night.keep(PAYMENTS, 3),
                            warnedBy("paid_orders_have_payments"))
                    .in("mix-ups"),
            Fault.of(FINANCE, "all orders are lost", night -> night.drop(ORDERS), waiting("bronze.shop_orders"))
                    .in("no orders"),
            Fault.of(
                            FINANCE,
                            "no order lines but those of the day before",
                            night -> night.insteadFrom(LINES, night.day().minusDays(1)),
                            heldBy("paid_orders_have_lines"))
                    .in("gaps"),
            Fault.of(
                            FINANCE,
                            "no orders but those of the first day",
                            night -> night.insteadFrom(ORDERS, night.day().minusDays(9)),
                            waiting("bronze.shop_orders"))
                    .in("old orders"),
            Fault.of(FINANCE, "a file of orders is cut off", night -> night.cut(ORDERS), held("bronze.shop_orders", ""))
                    .in("broken files"),
            Fault.of(
                            FINANCE,
                            "rates are no text",
                            night -> night.bytes(RATES, rubbish()),
                            held("bronze.banks_fx_rates", ""))
                    .in("broken files"),
            Fault.of(
                            FINANCE,
                            "the catalogue is empty",
                            night -> night.bytes(PRODUCTS, new byte[0]),
                            held("bronze.catalogue_products", ""))
                    .in("broken files"),
            Fault.of(
                            FINANCE,
                            "the refunds have lost their rows",
                            night -> night.bytes(REFUNDS, headerOfRefunds()),
                            held("bronze.backoffice_refunds", ""))
                    .in("broken files"));

    private FaultyDeliveries() {}

    private static byte[] rubbish() {
        var bytes = new byte[4096];
        new Random(26).nextBytes(bytes);
        return bytes;
    }

    private static byte[] headerOfRefunds() {
        return "refund_id,order_id,amount,currency,reason,booked_at\n".getBytes(StandardCharsets.UTF_8);
    }
}
