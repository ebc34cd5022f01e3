package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The app's events: a compressed file for each hour, with events that are late by hours or days. */
record ClicksFeed(ShopPlan plan, Clicks clicks) implements Dataset {
    static final int HOURS_LATE = 2;

    ClicksFeed(ShopPlan plan, Customers customers) {
        this(plan, new Clicks(plan, customers));
    }

    @Override
    public String name() {
        return "app/click_events";
    }

    @Override
    public void land(LocalDate day, Path folder) throws IOException {
        for (int hour = 0; hour < Hours.COUNT; hour++) {
            try (LandingFile file = new LandingFile(folder.resolve("clicks-%02d.jsonl.gz".formatted(hour)))) {
                ClickRows rows = new ClickRows(clicks, file);
                inTime(day, hour, rows);
                boolean sameDay = hour >= HOURS_LATE;
                late(sameDay ? day : day.minusDays(1), (hour + Hours.COUNT - HOURS_LATE) % Hours.COUNT, 0, rows);
                for (int days = 1; days <= ClicksState.MOST_DAYS_LATE; days++) {
                    late(day.minusDays(days), hour, days, rows);
                }
                again(day.minusDays(1), hour, rows);
                file.commit();
            }
        }
    }

    @Override
    public Map<DirtKind, Long> dirt(LocalDate day) {
        Map<DirtKind, Long> rows = new EnumMap<>(DirtKind.class);
        long each = plan.dirt().rowsAmong(clicks.hours().rowsPerDay());
        rows.put(DirtKind.DUPLICATE_IN_FILE, each);
        rows.put(DirtKind.DUPLICATE_ACROSS_FILES, plan.indexOf(day) > 0 ? each : 0);
        rows.put(DirtKind.CUT_OFF, each);
        rows.put(DirtKind.WRONG_TYPE, each);
        return rows;
    }

    @Override
    public List<SilverState> silver() {
        return List.of(new ClicksState(clicks, HOURS_LATE));
    }

    @Override
    public List<MartState> marts() {
        return List.of(new SessionDays(new ClicksState(clicks, HOURS_LATE)));
    }

    private void inTime(LocalDate day, int hour, ClickRows rows) throws IOException {
        Victims victims = victims();
        int first = clicks.hours().first(hour);
        for (int index = first; index < clicks.hours().first(hour + 1); index++) {
            if (!Clicks.isLate(index - first)) {
                rows.write(day, index);
            }
            if (victims.include(DirtKind.DUPLICATE_IN_FILE, index)) {
                rows.write(day, first + Clicks.inTime(index - first));
            }
            if (victims.include(DirtKind.CUT_OFF, index)) {
                rows.writeHalf(day, index);
            }
            if (victims.include(DirtKind.WRONG_TYPE, index)) {
                rows.writeUntypable(day, index);
            }
        }
    }

    private void late(LocalDate origin, int hour, int days, ClickRows rows) throws IOException {
        if (plan.indexOf(origin) < 0) {
            return;
        }
        int first = clicks.hours().first(hour);
        for (int index = first; index < clicks.hours().first(hour + 1); index++) {
            if (Clicks.isLate(index - first) && Clicks.daysLate(hour, index - first) == days) {
                rows.write(origin, index);
            }
        }
    }

    private void again(LocalDate origin, int hour, ClickRows rows) throws IOException {
        if (plan.indexOf(origin) < 0) {
            return;
        }
        Victims victims = victims();
        int first = clicks.hours().first(hour);
        for (int index = first; index < clicks.hours().first(hour + 1); index++) {
            if (victims.include(DirtKind.DUPLICATE_ACROSS_FILES, index)) {
                rows.write(origin, first + Clicks.inTime(index - first));
            }
        }
    }

    private Victims victims() {
        return plan.victims(clicks.hours().rowsPerDay());
    }
}
