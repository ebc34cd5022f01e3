package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The fleet's pings: a file of JSON lines for each hour, with values that cannot be. */
record PingsFeed(ShopPlan plan, Pings pings) implements Dataset {
    private static final int MILLENNIUM = 946_684_800;

    PingsFeed(ShopPlan plan) {
        this(plan, new Pings(plan));
    }

    @Override
    public String name() {
        return "fleet/vehicle_pings";
    }

    @Override
    public void land(LocalDate day, Path folder) throws IOException {
        for (int hour = 0; hour < Hours.COUNT; hour++) {
            try (LandingFile file = new LandingFile(folder.resolve("pings-%02d.jsonl".formatted(hour)))) {
                for (int index = pings.hours().first(hour);
                        index < pings.hours().first(hour + 1);
                        index++) {
                    write(day, index, file);
                }
                file.commit();
            }
        }
    }

    @Override
    public Map<DirtKind, Long> dirt(LocalDate day) {
        Map<DirtKind, Long> rows = new EnumMap<>(DirtKind.class);
        for (DirtKind kind : List.of(
                DirtKind.DUPLICATE_IN_FILE,
                DirtKind.CUT_OFF,
                DirtKind.WRONG_TYPE,
                DirtKind.IMPOSSIBLE_VALUE,
                DirtKind.WRONG_CLOCK)) {
            rows.put(kind, (long) plan.dirt().rowsAmong(pings.hours().rowsPerDay()));
        }
        return rows;
    }

    @Override
    public List<SilverState> silver() {
        return List.of(new PingsState(pings));
    }

    @Override
    public List<MartState> marts() {
        return List.of(new PingWindows(pings));
    }

    private void write(LocalDate day, int index, LandingFile file) throws IOException {
        Victims victims = plan.victims(pings.hours().rowsPerDay());
        Ping ping = pings.at(day, index);
        file.line(text(ping, false));
        if (victims.include(DirtKind.DUPLICATE_IN_FILE, index)) {
            file.line(text(ping, false));
        }
        if (victims.include(DirtKind.CUT_OFF, index)) {
            CharSequence whole = text(ghost(ping, ping.at()), false);
            file.line(whole.subSequence(0, whole.length() / 2));
        }
        if (victims.include(DirtKind.WRONG_TYPE, index)) {
            file.line(text(ghost(ping, ping.at()), true));
        }
        if (victims.include(DirtKind.IMPOSSIBLE_VALUE, index)) {
            file.line(text(impossible(ping, victims.number(DirtKind.IMPOSSIBLE_VALUE, index)), false));
        }
        if (victims.include(DirtKind.WRONG_CLOCK, index)) {
            file.line(text(ghost(ping, ping.at() - MILLENNIUM), false));
        }
    }

    private static Ping ghost(Ping ping, long at) {
        return new Ping("ghost-" + ping.vehicle(), at, 0, 900, ping.latitude(), ping.longitude());
    }

    private static Ping impossible(Ping ping, int number) {
        return switch (number % 3) {
            case 0 -> new Ping("ghost", ping.at(), 9_990, 900, ping.latitude(), ping.longitude());
            case 1 -> new Ping("ghost", ping.at(), 400, -2_740, ping.latitude(), ping.longitude());
            default -> new Ping("ghost", ping.at(), 400, 900, 9_100_000, ping.longitude());
        };
    }

    private static CharSequence text(Ping ping, boolean untypable) {
        JsonRow row = new JsonRow().start().field("vehicle_id", ping.vehicle()).utc("pinged_at", ping.at());
        if (untypable) {
            row.field("speed_kmh", "fast");
        } else {
            row.decimal("speed_kmh", ping.speed(), 1);
        }
        return row.decimal("engine_c", ping.engine(), 1)
                .decimal("lat", ping.latitude(), 5)
                .decimal("lon", ping.longitude(), 5)
                .end();
    }
}
