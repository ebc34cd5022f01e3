package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The courier system's parcels as Debezium captures them: envelopes, and a field that comes later. */
record DeliveriesFeed(ShopPlan plan, Orders orders, Parcels parcels) implements Dataset {

    DeliveriesFeed(ShopPlan plan, Orders orders) {
        this(plan, orders, new Parcels(plan, orders));
    }

    @Override
    public String name() {
        return "courier/deliveries";
    }

    @Override
    public void land(LocalDate day, Path folder) throws IOException {
        Envelope envelope = new Envelope(plan.indexOf(day));
        try (LandingFile main = new LandingFile(folder.resolve("deliveries-1.jsonl"));
                LandingFile stragglers = new LandingFile(folder.resolve("deliveries-2.jsonl"))) {
            for (int days = Math.min(Parcels.DAYS_OF_CHANGE, plan.indexOf(day)); days >= 0; days--) {
                for (int index = 0; index < plan.ordersPerDay(); index++) {
                    Optional<Parcel> parcel = parcels.at(day.minusDays(days), index);
                    if (parcel.isPresent()) {
                        write(parcel.get(), days, index, envelope, main, stragglers);
                    }
                }
            }
            for (int number = 0; number < dirtyRows(); number++) {
                main.line(half(envelope.ghost(orders.ghost(day, DirtKind.CUT_OFF, number))));
                main.line(envelope.ghost(orders.ghost(day, DirtKind.WRONG_TYPE, number)));
            }
            main.commit();
            stragglers.commit();
        }
    }

    @Override
    public Map<DirtKind, Long> dirt(LocalDate day) {
        Map<DirtKind, Long> rows = new EnumMap<>(DirtKind.class);
        rows.put(DirtKind.CUT_OFF, (long) dirtyRows());
        rows.put(DirtKind.WRONG_TYPE, (long) dirtyRows());
        for (DirtKind kind : List.of(DirtKind.DUPLICATE_IN_FILE, DirtKind.OUT_OF_ORDER)) {
            rows.put(kind, 0L);
            for (int days = Math.min(Order.DAYS_OF_CHANGE, plan.indexOf(day)); days >= 0; days--) {
                rows.merge(kind, hits(kind, day.minusDays(days), days), Long::sum);
            }
        }
        return rows;
    }

    @Override
    public List<SilverState> silver() {
        return List.of(new DeliveriesState(plan, parcels));
    }

    @Override
    public List<MartState> marts() {
        return List.of(new ParcelDays(plan, parcels));
    }

    private void write(Parcel parcel, int days, int index, Envelope envelope, LandingFile main, LandingFile stragglers)
            throws IOException {
        List<Change<ParcelState>> changes = parcel.history().changes();
        for (int number = 0; number < changes.size(); number++) {
            Change<ParcelState> change = changes.get(number);
            if (change.arrives() == days) {
                CharSequence text = envelope.text(parcel, number);
                (change.straggles() ? stragglers : main).line(text);
                if (number == 0 && plan.isHit(DirtKind.DUPLICATE_IN_FILE, index)) {
                    main.line(text);
                }
            }
        }
    }

    private long hits(DirtKind kind, LocalDate origin, int days) {
        long hits = 0;
        for (int index = 0; index < plan.ordersPerDay(); index++) {
            boolean hit = plan.isHit(kind, index)
                    && parcels.at(origin, index)
                            .filter(parcel -> parcel.history().changes().get(0).arrives() == days)
                            .isPresent();
            hits += hit ? 1 : 0;
        }
        return hits;
    }

    private static CharSequence half(CharSequence text) {
        return text.subSequence(0, text.length() / 2);
    }

    private int dirtyRows() {
        return plan.dirt().rowsAmong(plan.ordersPerDay());
    }
}
