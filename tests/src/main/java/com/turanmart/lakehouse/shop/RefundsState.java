package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** Every refund that was booked. */
record RefundsState(Refunds refunds) implements SilverState {

    @Override
    public String table() {
        return "silver.refunds";
    }

    @Override
    public String columns() {
        return "refund_id,order_id,amount,currency,reason,booked_at,business_date";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        StateRow row = new StateRow();
        try {
            refunds.booked(
                    day,
                    refund -> rows.take(row.start()
                            .value(refund.id())
                            .value(refund.order().id())
                            .minor(refund.amountMinor())
                            .value(refund.order().currency())
                            .value(refund.reason())
                            .utc(refund.bookedAt())
                            .value(day)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
