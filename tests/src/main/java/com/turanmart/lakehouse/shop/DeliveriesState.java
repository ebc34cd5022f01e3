package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The latest version of every parcel that is not deleted. */
record DeliveriesState(ShopPlan plan, Parcels parcels) implements SilverState {

    @Override
    public String table() {
        return "silver.deliveries";
    }

    @Override
    public String columns() {
        return "delivery_id,order_id,courier,status,promised_at,delivered_at,cost,currency,vehicle_id,updated_at";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        int days = (int) ChronoUnit.DAYS.between(day, asOf);
        StateRow row = new StateRow();
        for (int index = 0; index < plan.ordersPerDay(); index++) {
            parcels.at(day, index).ifPresent(parcel -> tell(parcel, day, days, row, rows));
        }
    }

    private void tell(Parcel parcel, LocalDate day, int days, StateRow row, Rows rows) {
        Change<ParcelState> latest = parcel.history().latest(days);
        if (latest.arrives() > days || latest.deletes()) {
            return;
        }
        row.start()
                .value(parcel.id())
                .value(parcel.order().id())
                .value(parcel.courier())
                .value(latest.state().status())
                .utc(parcel.promisedAt());
        if (latest.state().deliveredAt() == 0) {
            row.none();
        } else {
            row.utc(latest.state().deliveredAt());
        }
        row.minor(parcel.costMinor()).value(parcel.currency());
        if (plan.indexOf(day) + latest.arrives() < Envelope.VEHICLE_SINCE) {
            row.none();
        } else {
            row.value(parcel.vehicle());
        }
        rows.take(row.utc(latest.micros() / 1_000_000));
    }
}
