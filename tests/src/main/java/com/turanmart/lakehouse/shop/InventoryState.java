package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Every count that was delivered with a clock that can be right, unknown products too. */
record InventoryState(ShopPlan plan, Stock stock) implements SilverState {

    @Override
    public String table() {
        return "silver.inventory";
    }

    @Override
    public String columns() {
        return "partner,warehouse,product_id,taken_at,on_hand,reserved";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        StateRow row = new StateRow();
        counted(day, asOf, item -> rows.take(text(row, item)));
    }

    /** The counts of a day that are known by then, of each warehouse one after the other. */
    void counted(LocalDate day, LocalDate asOf, Consumer<Stock.Item> sink) {
        for (Warehouse warehouse : Warehouse.ALL) {
            for (int count = 0; count < stock.countsPerDay(); count++) {
                boolean delivered = !stock.isLate(count, warehouse) || day.isBefore(asOf);
                if (delivered && !stock.hasWrongClock(count, warehouse)) {
                    counted(day, count, warehouse, sink);
                }
            }
        }
    }

    private void counted(LocalDate day, int count, Warehouse warehouse, Consumer<Stock.Item> sink) {
        int[] unknown = {
            InventoryFeed.holdsGhosts(count, warehouse) ? plan.dirt().rows() : 0
        };
        stock.items(day, count, warehouse, item -> {
            sink.accept(item);
            for (; unknown[0] > 0; unknown[0]--) {
                sink.accept(new Stock.Item(warehouse, InventoryFeed.UNKNOWN + unknown[0], 5, 0, item.takenAt()));
            }
        });
    }

    private static StateRow text(StateRow row, Stock.Item item) {
        return row.start()
                .value(item.warehouse().partner())
                .value(item.warehouse().name())
                .value(item.product())
                .utc(item.takenAt())
                .value(item.onHand())
                .value(item.reserved());
    }
}
