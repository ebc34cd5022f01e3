package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The partners' stock: a small JSON file for each warehouse and count, some of them a day late. */
record InventoryFeed(ShopPlan plan, Stock stock) implements Dataset {
    /** From here on products are unknown; ghosts of other kinds follow a hundred apart. */
    static final int UNKNOWN = 900_000;

    private static final int ITEMS = Catalogue.PRODUCTS / 25;

    InventoryFeed(ShopPlan plan) {
        this(plan, new Stock(plan));
    }

    @Override
    public String name() {
        return "partners/inventory";
    }

    @Override
    public void land(LocalDate day, Path folder) throws IOException {
        for (Warehouse warehouse : Warehouse.ALL) {
            for (int count = 0; count < stock.countsPerDay(); count++) {
                if (!stock.isLate(count, warehouse)) {
                    land(day, count, warehouse, folder.resolve(file(count, warehouse, "")));
                } else if (plan.indexOf(day) > 0) {
                    LocalDate before = day.minusDays(1);
                    land(before, count, warehouse, folder.resolve(file(count, warehouse, "-of-" + before)));
                }
                if (stock.isRepeated(count, warehouse)) {
                    land(day, count, warehouse, folder.resolve(file(count, warehouse, "-again")));
                }
            }
        }
    }

    @Override
    public Map<DirtKind, Long> dirt(LocalDate day) {
        Map<DirtKind, Long> rows = new EnumMap<>(DirtKind.class);
        long each = plan.dirt().rows();
        long late = Math.min(3, each);
        rows.put(DirtKind.LATE_FILE, plan.indexOf(day) > 0 ? late * ITEMS : 0);
        rows.put(DirtKind.WRONG_CLOCK, late * ITEMS);
        rows.put(DirtKind.REDELIVERED_FILE, Math.min(2, each) * ITEMS);
        rows.put(DirtKind.UNKNOWN_PRODUCT, each);
        rows.put(DirtKind.IMPOSSIBLE_VALUE, each);
        rows.put(DirtKind.WRONG_TYPE, each);
        return rows;
    }

    @Override
    public List<SilverState> silver() {
        return List.of(new InventoryState(plan, stock));
    }

    @Override
    public List<MartState> marts() {
        return List.of(new InventoryDays(plan, new InventoryState(plan, stock), new Catalogue(plan.seed())));
    }

    private void land(LocalDate day, int count, Warehouse warehouse, Path target) throws IOException {
        List<String> rows = new ArrayList<>(ITEMS);
        boolean wrongClock = stock.hasWrongClock(count, warehouse);
        stock.items(day, count, warehouse, item -> {
            long takenAt = wrongClock ? item.takenAt() % 86_400 : item.takenAt();
            rows.add(text(warehouse, item.product(), item.onHand(), item.reserved(), takenAt));
            if (holdsGhosts(count, warehouse) && rows.size() == 1) {
                for (int number = 1; number <= plan.dirt().rows(); number++) {
                    rows.add(text(warehouse, UNKNOWN + number, 5, 0, takenAt));
                    rows.add(text(warehouse, UNKNOWN + 100 + number, -5, 0, takenAt));
                    rows.add(text(warehouse, UNKNOWN + 200 + number, 5, 0, takenAt)
                            .replace(":5,", ":\"many\","));
                }
            }
        });
        try (LandingFile file = new LandingFile(target)) {
            file.line("[" + String.join(",\n", rows) + "]");
            file.commit();
        }
    }

    /** All unknown products come in one file of a day. */
    static boolean holdsGhosts(int count, Warehouse warehouse) {
        return count == 3 && warehouse.number() == 3;
    }

    private String file(int count, Warehouse warehouse, String suffix) {
        int minute = stock.minuteOf(count);
        return "%s-%s-%02d%02d%s.json"
                .formatted(warehouse.partner(), warehouse.name(), minute / 60, minute % 60, suffix);
    }

    private static String text(Warehouse warehouse, int product, int onHand, int reserved, long takenAt) {
        return new JsonRow()
                .start()
                .field("partner", warehouse.partner())
                .field("warehouse", warehouse.name())
                .field("product_id", product)
                .field("on_hand", onHand)
                .field("reserved", reserved)
                .utc("taken_at", takenAt)
                .end()
                .toString();
    }
}
