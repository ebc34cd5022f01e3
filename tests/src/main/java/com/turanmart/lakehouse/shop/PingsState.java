package com.turanmart.lakehouse.shop;

import java.time.LocalDate;

/** Every ping of a vehicle that exists, once. */
record PingsState(Pings pings) implements SilverState {

    @Override
    public String table() {
        return "silver.vehicle_pings";
    }

    @Override
    public String columns() {
        return "vehicle_id,pinged_at,speed_kmh,engine_c,lat,lon";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        StateRow row = new StateRow();
        for (int index = 0; index < pings.hours().rowsPerDay(); index++) {
            Ping ping = pings.at(day, index);
            rows.take(row.start()
                    .value(ping.vehicle())
                    .utc(ping.at())
                    .decimal(ping.speed(), 1)
                    .decimal(ping.engine(), 1)
                    .decimal(ping.latitude(), 5)
                    .decimal(ping.longitude(), 5));
        }
    }
}
