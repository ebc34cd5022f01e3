package com.turanmart.lakehouse.laws.fault;

import static com.turanmart.lakehouse.laws.fault.Edits.always;
import static com.turanmart.lakehouse.laws.fault.Edits.has;
import static com.turanmart.lakehouse.laws.fault.Edits.number;
import static com.turanmart.lakehouse.laws.fault.Edits.times;
import static com.turanmart.lakehouse.laws.fault.Expected.held;
import static com.turanmart.lakehouse.laws.fault.Expected.heldBy;
import static com.turanmart.lakehouse.laws.fault.Sources.FINANCE;
import static com.turanmart.lakehouse.laws.fault.Sources.RATES;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Wrong rates of exchange. */
final class FaultyRates {
    static final List<Fault> ALL = List.of(
            Fault.of(
                            FINANCE,
                            "a rate is a hundred times too high",
                            night -> night.each(RATES, has("UZS"), "units_per_usd", times("100")),
                            heldBy("rates_do_not_leap"))
                    .in("leaps"),
            Fault.of(
                            FINANCE,
                            "a rate is the wrong way round",
                            night -> night.each(
                                    RATES,
                                    has("KZT"),
                                    "units_per_usd",
                                    number(value -> BigDecimal.ONE.divide(value, 6, RoundingMode.HALF_EVEN))),
                            heldBy("rates_do_not_leap"))
                    .in("mix-ups"),
            Fault.of(
                            FINANCE,
                            "a rate is zero",
                            night -> night.each(RATES, has("AED"), "units_per_usd", always("0")),
                            held("silver.fx_rates", "units_per_usd"))
                    .in("values"),
            Fault.of(
                            FINANCE,
                            "there is no rate for nine days",
                            night -> night.without(RATES, has("KZT")),
                            held("gold.finance_daily", "margin_usd"))
                    .lasting(10));

    private FaultyRates() {}
}
