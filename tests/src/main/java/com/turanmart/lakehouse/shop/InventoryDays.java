package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stock by UTC day: a count holds until the next one of its product and warehouse, a week at most. */
record InventoryDays(ShopPlan plan, InventoryState counts, Catalogue catalogue) implements MartState {
    private static final int DAYS_CARRIED = 7;
    private static final int DAY = 86_400;

    @Override
    public String name() {
        return "inventory_daily";
    }

    @Override
    public String columns() {
        return "stock_date,partner,warehouse,product_id,is_known,category,counts,counted_at,on_hand,reserved,"
                + "known_minutes,stock_out_minutes";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, SilverState.Rows rows) {
        Map<String, List<Stock.Item>> counted = new TreeMap<>();
        for (int back = Math.min(DAYS_CARRIED, plan.indexOf(day)); back >= 0; back--) {
            counts.counted(
                    day.minusDays(back),
                    asOf,
                    item -> counted.computeIfAbsent(
                                    item.warehouse().number() + " " + item.product(), first -> new ArrayList<>())
                            .add(item));
        }
        StateRow row = new StateRow();
        counted.values().forEach(items -> rows.take(text(row, day, items)));
    }

    private StateRow text(StateRow row, LocalDate day, List<Stock.Item> items) {
        long midnight = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        long known = 0;
        long out = 0;
        int today = 0;
        for (int number = 0; number < items.size(); number++) {
            Stock.Item item = items.get(number);
            long until = number + 1 < items.size() ? items.get(number + 1).takenAt() : midnight + DAY;
            long seconds = Math.max(midnight, until) - Math.max(midnight, item.takenAt());
            known += seconds;
            out += item.onHand() == 0 ? seconds : 0;
            today += item.takenAt() >= midnight ? 1 : 0;
        }
        Stock.Item last = items.get(items.size() - 1);
        boolean isKnown = last.product() <= Catalogue.PRODUCTS;
        row.start()
                .value(day)
                .value(last.warehouse().partner())
                .value(last.warehouse().name())
                .value(last.product())
                .value(isKnown);
        if (isKnown) {
            row.value(Catalogue.CATEGORIES.get(catalogue.category(last.product(), day)));
        } else {
            row.none();
        }
        return row.value(today)
                .utc(last.takenAt())
                .value(last.onHand())
                .value(last.reserved())
                .value(known / 60)
                .value(out / 60);
    }
}
