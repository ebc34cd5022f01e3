package com.turanmart.lakehouse.laws;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Random rows of what the marts of supply, app and fleet are made of, a little of which changes from night to night. */
final class Sent {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 24;
    private static final Map<String, StructType> SCHEMAS = schemas();

    private final Random dice;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    Sent(long seed) {
        dice = new Random(seed);
        SCHEMAS.keySet().forEach(table -> rows.put(table, new ArrayList<>()));
        for (var number = 0; number < 60; number++) {
            SCHEMAS.keySet().forEach(this::add);
        }
    }

    static Map<String, StructType> schemas() {
        var schemas = new LinkedHashMap<String, StructType>();
        schemas.put(
                "silver.inventory",
                StructType.fromDDL("taken_on DATE, taken_at TIMESTAMP, partner STRING, warehouse STRING,"
                        + " product_id BIGINT, on_hand INT, reserved INT"));
        schemas.put(
                "silver.products_history",
                StructType.fromDDL("product_id BIGINT, valid_from DATE, valid_to DATE, category STRING"));
        schemas.put(
                "silver.click_events",
                StructType.fromDDL("event_id STRING, session_id STRING, occurred_on DATE, occurred_at TIMESTAMP,"
                        + " event STRING, country STRING, device STRING"));
        schemas.put(
                "silver.deliveries",
                StructType.fromDDL("promised_on DATE, promised_at TIMESTAMP, delivered_at TIMESTAMP, courier STRING,"
                        + " currency STRING, cost DECIMAL(18,2)"));
        schemas.put(
                "silver.vehicle_pings",
                StructType.fromDDL("pinged_on DATE, pinged_at TIMESTAMP, vehicle_id STRING, speed_kmh DECIMAL(5,1),"
                        + " engine_c DECIMAL(5,1)"));
        return schemas;
    }

    List<Row> of(String table) {
        return List.copyOf(rows.get(table));
    }

    /** A row of each table goes, another one comes; of clicks two, for few of them are next to a midnight. */
    void night() {
        SCHEMAS.keySet().forEach(this::replaceOne);
        replaceOne("silver.click_events");
    }

    private void replaceOne(String table) {
        var all = Objects.requireNonNull(rows.get(table));
        all.remove(dice.nextInt(all.size()));
        add(table);
    }

    private void add(String table) {
        Supplier<Row> made = switch (table) {
            case "silver.inventory" -> this::count;
            case "silver.products_history" -> this::lifetime;
            case "silver.click_events" -> this::click;
            case "silver.deliveries" -> this::parcel;
            default -> this::ping;
        };
        rows.get(table).add(made.get());
    }

    private Row count() {
        var at = at(360);
        var product = 1L + dice.nextInt(3);
        // One count says one thing.
        var onHand = (int) (at.toLocalDate().toEpochDay() + at.getHour() / 6 + product) % 2;
        return RowFactory.create(day(at), instant(at), "aral", "TAS-" + dice.nextInt(2), product, onHand, 0);
    }

    /** Of a product of its own or of one that is counted, so that lifetimes of one product never overlap. */
    private Row lifetime() {
        var known = rows.get("silver.products_history").stream()
                .map(row -> row.getLong(0))
                .toList();
        var product = 1L;
        while (known.contains(product)) {
            product++;
        }
        var from = FIRST.plusDays(dice.nextInt(DAYS));
        var to = dice.nextBoolean() ? Date.valueOf(from.plusDays(1 + dice.nextInt(9))) : null;
        return RowFactory.create(product, Date.valueOf(from), to, "c" + dice.nextInt(2));
    }

    /** In two sessions around a few midnights, so that they go on over them. */
    private Row click() {
        var at = FIRST.plusDays(dice.nextInt(4) * 6L + dice.nextInt(2))
                .atStartOfDay()
                .minusMinutes(40)
                .plusMinutes(dice.nextInt(8) * 10L);
        return RowFactory.create(
                "e" + dice.nextInt(),
                "s" + dice.nextInt(2),
                day(at),
                instant(at),
                dice.nextBoolean() ? "view" : "purchase",
                "UZ",
                "d" + dice.nextInt(2));
    }

    private Row parcel() {
        var at = at(60);
        var delivered = dice.nextBoolean() ? instant(at.plusMinutes(dice.nextInt(90) - 45L)) : null;
        return RowFactory.create(day(at), instant(at), delivered, "own", "KZT", BigDecimal.valueOf(110, 2));
    }

    private Row ping() {
        var at = at(1);
        return RowFactory.create(
                day(at),
                instant(at),
                "V-" + dice.nextInt(3),
                BigDecimal.valueOf(dice.nextInt(900), 1),
                BigDecimal.valueOf(dice.nextInt(900), 1));
    }

    private LocalDateTime at(int everyMinutes) {
        return FIRST.plusDays(dice.nextInt(DAYS))
                .atStartOfDay()
                .plusMinutes((long) dice.nextInt(24 * 60 / everyMinutes) * everyMinutes);
    }

    private static Timestamp instant(LocalDateTime at) {
        return Timestamp.from(at.toInstant(ZoneOffset.UTC));
    }

    private static Date day(LocalDateTime at) {
        return Date.valueOf(at.toLocalDate());
    }
}
