package com.turanmart.lakehouse.shop;

import java.util.List;

/** One change of a parcel as Debezium writes it on a day: before, after, source and operation. */
final class Envelope {
    /** From this day of the plan on, rows say which vehicle brings the parcel. */
    static final int VEHICLE_SINCE = 2;

    private final boolean initial;
    private final boolean hasVehicle;
    private final JsonRow whole = new JsonRow();
    private final JsonRow image = new JsonRow();
    private final JsonRow source = new JsonRow();

    Envelope(int dayIndex) {
        initial = dayIndex == 0;
        hasVehicle = dayIndex >= VEHICLE_SINCE;
    }

    CharSequence text(Parcel parcel, int number) {
        List<Change<ParcelState>> changes = parcel.history().changes();
        Change<ParcelState> change = changes.get(number);
        whole.start();
        if (number == 0) {
            whole.missing("before");
        } else {
            whole.json("before", image(parcel, changes.get(number - 1)));
        }
        if (change.deletes()) {
            whole.missing("after");
        } else {
            whole.json("after", image(parcel, change));
        }
        String operation = number == 0 ? (initial ? "r" : "c") : change.deletes() ? "d" : "u";
        return end(change.micros(), operation);
    }

    /** A parcel that belongs to nothing, with a cost that is no number. */
    CharSequence ghost(Ghost ghost) {
        image.start()
                .field("delivery_id", "D-%011d".formatted(ghost.id()))
                .field("order_id", ghost.id())
                .field("courier", "own")
                .field("status", "created")
                .utc("promised_at", ghost.at())
                .missing("delivered_at")
                .field("cost", "n/a")
                .field("currency", "UZS")
                .utc("updated_at", ghost.at());
        whole.start().missing("before").json("after", image.end());
        return end(ghost.at() * 1_000_000, "c");
    }

    private CharSequence end(long micros, String operation) {
        source.start()
                .field("version", "2.7.4.Final")
                .field("connector", "postgresql")
                .field("name", "courier")
                .field("ts_ms", micros / 1000)
                .field("snapshot", initial && operation.equals("r") ? "true" : "false")
                .field("db", "courier")
                .field("schema", "public")
                .field("table", "deliveries")
                .field("lsn", micros);
        return whole.json("source", source.end())
                .field("op", operation)
                .field("ts_ms", micros / 1000 + 250)
                .end();
    }

    private CharSequence image(Parcel parcel, Change<ParcelState> change) {
        image.start()
                .field("delivery_id", parcel.id())
                .field("order_id", parcel.order().id())
                .field("courier", parcel.courier())
                .field("status", change.state().status())
                .utc("promised_at", parcel.promisedAt());
        if (change.state().deliveredAt() == 0) {
            image.missing("delivered_at");
        } else {
            image.utc("delivered_at", change.state().deliveredAt());
        }
        StringBuilder cost = new StringBuilder();
        Digits.appendDecimal(cost, parcel.costMinor(), 2);
        image.field("cost", cost.toString()).field("currency", parcel.currency());
        image.utc("updated_at", change.micros() / 1_000_000);
        if (hasVehicle) {
            image.field("vehicle_id", parcel.vehicle());
        }
        return image.end();
    }
}
