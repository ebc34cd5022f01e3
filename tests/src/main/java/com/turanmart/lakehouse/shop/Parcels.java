package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parcels of all orders that are shipped, as a pure function of the order. */
record Parcels(ShopPlan plan, Orders orders) {
    /** Changes come at most this many days after the order's day. */
    static final int DAYS_OF_CHANGE = 7;

    private static final int MICROS = 1_000_000;
    private static final List<String> COURIERS = List.of("own", "own", "Sahar Express", "KazPost");

    /** The parcel of the order at that place, if it is ever shipped. */
    Optional<Parcel> at(LocalDate day, int index) {
        return of(orders.at(day, index), index);
    }

    /** The same for an order that is there already. */
    Optional<Parcel> of(Order order, int index) {
        return order.history().changes().stream()
                .filter(change -> change.state().status().equals("shipped"))
                .findFirst()
                .map(shipped -> parcel(order, shipped, index));
    }

    private Parcel parcel(Order order, Change<OrderState> shipped, int index) {
        Dice dice = new Dice(plan.seed(), Topic.PARCEL, plan.indexOf(order.day()), index);
        boolean disorder = plan.isHit(DirtKind.OUT_OF_ORDER, index);
        int days = disorder ? 0 : dice.below(3);
        boolean lost = !disorder && dice.chance(15);
        int arrives = shipped.arrives();
        long made = shipped.micros();
        long taken = made + dice.between(60, 1800) * (long) MICROS;
        long ended = taken + (days * 86_400L + dice.between(600, 7200)) * MICROS;
        List<Change<ParcelState>> changes = new ArrayList<>(3);
        changes.add(new Change<>(Change.INSERT, made, arrives, false, new ParcelState("created", 0)));
        changes.add(new Change<>(Change.UPDATE, taken, arrives, disorder, new ParcelState("picked_up", 0)));
        if (lost) {
            changes.add(new Change<>(Change.DELETE, ended, arrives + days, false, new ParcelState("picked_up", 0)));
        } else {
            ParcelState delivered = new ParcelState("delivered", ended / MICROS);
            changes.add(new Change<>(Change.UPDATE, ended, arrives + days, false, delivered));
        }
        return new Parcel(
                order,
                dice.oneOf(COURIERS),
                made / MICROS + dice.between(1, 2) * 86_400L,
                order.country().minorPerDollar() * dice.between(80, 300) / 100,
                order.country().currency(),
                "V-%03d".formatted(dice.between(1, 40)),
                new History<>(changes));
    }
}
