package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A table of the shop's database as change capture lands it: one load, then changes. */
record ChangeFeed<S>(String name, ShopPlan plan, Orders orders, RowShape<S> shape, SilverState state)
        implements Dataset {
    private static final List<DirtKind> GHOSTS =
            List.of(DirtKind.TOO_FEW_FIELDS, DirtKind.TOO_MANY_FIELDS, DirtKind.WRONG_TYPE);

    @Override
    public void land(LocalDate day, Path folder) throws IOException {
        Lane lane = isFirst(day) ? Lane.LOAD : Lane.CHANGES;
        try (ChangeFiles main = files(folder, day, lane);
                ChangeFiles stragglers = files(folder, day, Lane.STRAGGLERS)) {
            ChangeRows<S> rows = new ChangeRows<>(shape, main, stragglers, lane == Lane.LOAD);
            for (int days = Math.min(Order.DAYS_OF_CHANGE, plan.indexOf(day)); days >= 0; days--) {
                ordersOf(day.minusDays(days), days, rows);
            }
            for (int number = 0; number < dirtyRows(); number++) {
                rows.changes(orders.foreign(day, number), 0);
            }
            main.commit();
            stragglers.commit();
        }
    }

    @Override
    public Map<DirtKind, Long> dirt(LocalDate day) {
        Map<DirtKind, Long> rows = new EnumMap<>(DirtKind.class);
        long each = dirtyRows();
        rows.put(DirtKind.DUPLICATE_IN_FILE, each);
        rows.put(DirtKind.DUPLICATE_ACROSS_FILES, plan.indexOf(day) > 1 ? each : 0);
        rows.put(DirtKind.OUT_OF_ORDER, outOfOrder(day));
        rows.put(DirtKind.TOO_FEW_FIELDS, each);
        rows.put(DirtKind.TOO_MANY_FIELDS, each);
        rows.put(DirtKind.WRONG_TYPE, each);
        rows.put(DirtKind.UNKNOWN_CURRENCY, each * rowsOf(orders.foreign(day, 0), isFirst(day)));
        return rows;
    }

    @Override
    public List<SilverState> silver() {
        return List.of(state);
    }

    private void ordersOf(LocalDate origin, int days, ChangeRows<S> rows) throws IOException {
        for (int index = 0; index < plan.ordersPerDay(); index++) {
            Order order = orders.at(origin, index);
            rows.changes(order, days);
            if (days == 0) {
                dirtAt(origin, index, order, rows);
            } else if (days == 1 && !isFirst(origin) && plan.isHit(DirtKind.DUPLICATE_ACROSS_FILES, index)) {
                rows.repeatLate(order);
            }
        }
    }

    private void dirtAt(LocalDate day, int index, Order order, ChangeRows<S> rows) throws IOException {
        if (plan.isHit(DirtKind.DUPLICATE_IN_FILE, index)) {
            rows.repeat(order);
        }
        for (DirtKind kind : GHOSTS) {
            if (plan.isHit(kind, index)) {
                rows.ghost(orders.ghost(day, kind, index));
            }
        }
    }

    private long outOfOrder(LocalDate day) {
        long rows = 0;
        for (Disorder disorder : Disorder.values()) {
            LocalDate origin = day.minusDays(shape.heldOn(disorder) + disorder.delay());
            rows += disorder == Disorder.NONE ? 0 : disorder.count(plan, origin);
        }
        return rows;
    }

    private long rowsOf(Order order, boolean loaded) {
        long rows = 0;
        for (int row = 0; row < shape.rows(order); row++) {
            rows += loaded ? 1 : shape.history(order, row).changes().size();
        }
        return rows;
    }

    private ChangeFiles files(Path folder, LocalDate day, Lane lane) {
        return new ChangeFiles(folder, day, lane, shape.columns(), ChangeFiles.ROWS_PER_FILE);
    }

    private int dirtyRows() {
        return plan.dirt().rowsAmong(plan.ordersPerDay());
    }

    private boolean isFirst(LocalDate day) {
        return plan.indexOf(day) == 0;
    }
}
