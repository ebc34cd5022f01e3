package com.turanmart.lakehouse.laws.fault;

import static com.turanmart.lakehouse.laws.fault.Edits.always;
import static com.turanmart.lakehouse.laws.fault.Edits.first;
import static com.turanmart.lakehouse.laws.fault.Edits.hours;
import static com.turanmart.lakehouse.laws.fault.Edits.times;
import static com.turanmart.lakehouse.laws.fault.Expected.held;
import static com.turanmart.lakehouse.laws.fault.Expected.quarantined;
import static com.turanmart.lakehouse.laws.fault.Expected.warned;
import static com.turanmart.lakehouse.laws.fault.Sources.CLICKS;
import static com.turanmart.lakehouse.laws.fault.Sources.INVENTORY;
import static com.turanmart.lakehouse.laws.fault.Sources.OTHERS;
import static com.turanmart.lakehouse.laws.fault.Sources.PINGS;

import java.util.ArrayList;
import java.util.List;

/** Wrong counts of stock, clicks of the app and pings of vehicles. */
final class FaultySignals {
    static final List<Fault> ALL = List.of(
            Fault.of(
                            OTHERS,
                            "stock is below zero",
                            night -> night.each(INVENTORY, "on_hand", times("-1")),
                            quarantined("silver.inventory", 568))
                    .in("nothing"),
            Fault.of(
                            OTHERS,
                            "a partner's clock begins in 1970",
                            night -> night.each(INVENTORY, "taken_at", value -> "1970" + value.substring(4)),
                            quarantined("silver.inventory", 621))
                    .in("nowhere"),
            Fault.of(
                            OTHERS,
                            "stock is no number",
                            night -> night.each(INVENTORY, first(4), "on_hand", always("many")),
                            quarantined("silver.inventory", 4))
                    .in("less"),
            Fault.of(
                            OTHERS,
                            "a bot makes nine of ten clicks",
                            night -> night.lines(CLICKS, FaultySignals::withABot),
                            warned("gold.funnel_daily", "events"))
                    .in("halves"),
            Fault.of(
                            OTHERS,
                            "clicks of 40 days ahead",
                            night -> night.each(CLICKS, first(20), "occurred_at", hours(40 * 24)),
                            warned("gold.funnel_daily", "no_day_far_ahead"))
                    .in("nothing"),
            Fault.of(
                            OTHERS,
                            "clicks of a country that is none",
                            night -> night.each(CLICKS, first(20), "country", always("XX")),
                            held("gold.funnel_daily", "country"))
                    .in("nowhere"),
            Fault.of(
                            OTHERS,
                            "clicks of half a day",
                            night -> night.keep(CLICKS, 10),
                            warned("gold.funnel_daily", "events"))
                    .in("less"),
            Fault.of(
                            OTHERS,
                            "vehicles at 900 km/h",
                            night -> night.each(PINGS, first(10), "speed_kmh", always("900.0")),
                            quarantined("silver.vehicle_pings", 10))
                    .in("halves"),
            Fault.of(OTHERS, "pings of half a day", night -> night.keep(PINGS, 10), warned("gold.fleet_5min", "pings"))
                    .in("less"));

    private FaultySignals() {}

    private static List<String> withABot(List<String> lines) {
        var more = new ArrayList<>(lines);
        for (var line : lines) {
            for (var number = 1; number < 10; number++) {
                more.add(line.replaceFirst("\"event_id\":\"", "\"event_id\":\"b" + number + "-")
                        .replaceFirst("\"session_id\":\"[^\"]*\"", "\"session_id\":\"bot\""));
            }
        }
        return more;
    }
}
