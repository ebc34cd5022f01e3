package com.turanmart.lakehouse.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pings of a vehicle in windows of five minutes. */
record PingWindows(Pings pings) implements MartState {
    private static final int WINDOW = 5 * 60;

    @Override
    public String name() {
        return "fleet_5min";
    }

    @Override
    public String columns() {
        return "pinged_on,vehicle_id,window_start,pings,average_speed_kmh,max_speed_kmh,max_engine_c";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, SilverState.Rows rows) {
        Map<String, Map<Long, List<Ping>>> windows = new TreeMap<>();
        for (int index = 0; index < pings.hours().rowsPerDay(); index++) {
            Ping ping = pings.at(day, index);
            windows.computeIfAbsent(ping.vehicle(), first -> new TreeMap<>())
                    .computeIfAbsent(ping.at() - ping.at() % WINDOW, first -> new ArrayList<>())
                    .add(ping);
        }
        StateRow row = new StateRow();
        windows.forEach((vehicle, starts) -> starts.forEach((start, all) ->
                rows.take(text(row.start().value(day).value(vehicle).utc(start), all))));
    }

    private static StateRow text(StateRow row, List<Ping> all) {
        long speeds = all.stream().mapToLong(Ping::speed).sum();
        return row.value(all.size())
                .value(BigDecimal.valueOf(speeds, 1)
                        .divide(BigDecimal.valueOf(all.size()), 2, RoundingMode.HALF_EVEN)
                        .toPlainString())
                .decimal(all.stream().mapToInt(Ping::speed).max().orElseThrow(), 1)
                .decimal(all.stream().mapToInt(Ping::engine).max().orElseThrow(), 1);
    }
}
