package com.turanmart.lakehouse.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parcels by the local day for which they are promised, country and courier. */
record ParcelDays(ShopPlan plan, Parcels parcels) implements MartState {
    /** From an order's day to that for which its parcel is promised. */
    private static final int MOST_DAYS_TO_PROMISE = 6;

    private record Promised(Parcel parcel, long deliveredAt) {
        boolean isDelivered() {
            return deliveredAt > 0;
        }

        long secondsLate() {
            return Math.max(0, deliveredAt - parcel.promisedAt());
        }
    }

    @Override
    public String name() {
        return "delivery_daily";
    }

    @Override
    public String columns() {
        return "promised_on,country,courier,currency,parcels,delivered,on_time,on_time_share,average_late_minutes,"
                + "p95_late_minutes,cost";
    }

    @Override
    public LocalDate last(LocalDate asOf) {
        return asOf.plusDays(MOST_DAYS_TO_PROMISE);
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, SilverState.Rows rows) {
        Map<String, List<Promised>> promised = new TreeMap<>();
        for (int back = Math.min(MOST_DAYS_TO_PROMISE, plan.indexOf(day)); back >= 0; back--) {
            LocalDate ordered = day.minusDays(back);
            int days = (int) ChronoUnit.DAYS.between(ordered, asOf);
            for (int index = 0; days >= 0 && index < plan.ordersPerDay(); index++) {
                parcels.at(ordered, index)
                        .filter(parcel -> parcel.order()
                                .country()
                                .localDay(parcel.promisedAt())
                                .equals(day))
                        .ifPresent(parcel -> add(parcel, days, promised));
            }
        }
        StateRow row = new StateRow();
        promised.values().forEach(group -> rows.take(text(row, day, group)));
    }

    private static void add(Parcel parcel, int days, Map<String, List<Promised>> promised) {
        Change<ParcelState> latest = parcel.history().latest(days);
        if (latest.arrives() <= days && !latest.deletes()) {
            promised.computeIfAbsent(parcel.order().country() + " " + parcel.courier(), first -> new ArrayList<>())
                    .add(new Promised(parcel, latest.state().deliveredAt()));
        }
    }

    private static StateRow text(StateRow row, LocalDate day, List<Promised> group) {
        Parcel any = group.get(0).parcel();
        List<Promised> delivered = group.stream().filter(Promised::isDelivered).toList();
        List<Long> minutes = new ArrayList<>(
                delivered.stream().map(parcel -> parcel.secondsLate() / 60).toList());
        Collections.sort(minutes);
        long onTime =
                delivered.stream().filter(parcel -> parcel.secondsLate() == 0).count();
        row.start()
                .value(day)
                .value(any.order().country())
                .value(any.courier())
                .value(any.currency())
                .value(group.size())
                .value(delivered.size())
                .value(onTime)
                .value(part(onTime, group.size(), 4));
        if (minutes.isEmpty()) {
            row.none().none();
        } else {
            row.value(part(minutes.stream().mapToLong(Long::longValue).sum(), minutes.size(), 2))
                    .value(minutes.get((minutes.size() * 95 + 99) / 100 - 1));
        }
        return row.minor(
                group.stream().mapToLong(parcel -> parcel.parcel().costMinor()).sum());
    }

    private static String part(long sum, long count, int digits) {
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(count), digits, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
