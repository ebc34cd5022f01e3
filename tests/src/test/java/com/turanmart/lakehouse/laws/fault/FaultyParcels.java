package com.turanmart.lakehouse.laws.fault;

import static com.turanmart.lakehouse.laws.fault.Edits.always;
import static com.turanmart.lakehouse.laws.fault.Edits.first;
import static com.turanmart.lakehouse.laws.fault.Edits.hours;
import static com.turanmart.lakehouse.laws.fault.Edits.times;
import static com.turanmart.lakehouse.laws.fault.Expected.held;
import static com.turanmart.lakehouse.laws.fault.Expected.heldBy;
import static com.turanmart.lakehouse.laws.fault.Expected.quarantined;
import static com.turanmart.lakehouse.laws.fault.Expected.warned;
import static com.turanmart.lakehouse.laws.fault.Expected.warnedBy;
import static com.turanmart.lakehouse.laws.fault.Sources.DELIVERIES;
import static com.turanmart.lakehouse.laws.fault.Sources.FINANCE;

import java.util.List;

/** Wrong parcels. */
final class FaultyParcels {
    static final List<Fault> ALL = List.of(
            Fault.of(
                            FINANCE,
                            "a parcel's status is none",
                            night -> night.each(DELIVERIES, night.orders(1, 9), "status", always("lost")),
                            held("silver.deliveries", "status"))
                    .in("values"),
            Fault.of(
                            FINANCE,
                            "parcels cost a thousand times as much",
                            night -> night.each(DELIVERIES, "cost", times("1000")),
                            heldBy("parcels_cost_no_fortune"))
                    .in("leaps"),
            Fault.of(
                            FINANCE,
                            "parcels cost less than nothing",
                            night -> night.each(DELIVERIES, first(2), "cost", times("-1")),
                            quarantined("silver.deliveries", 2))
                    .in("put aside"),
            Fault.of(
                            FINANCE,
                            "parcels are delivered before they were ordered",
                            night -> night.each(DELIVERIES, "delivered_at", hours(-30 * 24)),
                            warnedBy("nothing_is_delivered_before_it_is_ordered"))
                    .in("leaps"),
            Fault.of(
                            FINANCE,
                            "parcels are promised for a day in two months",
                            night -> night.each(DELIVERIES, "promised_at", hours(60 * 24)),
                            warned("gold.delivery_daily", "no_promise_far_ahead"))
                    .in("put aside"));

    private FaultyParcels() {}
}
