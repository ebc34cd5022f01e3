package com.turanmart.lakehouse.gold;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Many small companies at once, each in years of its own and with numbers of its own, so that what changes in one says
 * nothing about another. Orders, payments and refunds find each other by chance, or not.
 */
final class SmallWorlds {
    static final Map<String, StructType> SCHEMAS = schemas();

    private static final int ORDERS = 8;
    private static final int DAYS = 10;
    private static final List<String> STATUS = List.of("created", "paid", "shipped", "cancelled");

    private final int worlds;
    private final Random dice;
    private final Map<String, Map<String, Row>> rows = new LinkedHashMap<>();

    SmallWorlds(int worlds, long seed) {
        this.worlds = worlds;
        dice = new Random(seed);
        SCHEMAS.keySet().forEach(table -> rows.put(table, new TreeMap<>()));
        for (var world = 0; world < worlds; world++) {
            for (var table : SCHEMAS.keySet()) {
                for (var number = 0; number < ORDERS; number++) {
                    put(table, world, number);
                }
            }
        }
    }

    List<Row> rows(String table) {
        return List.copyOf(of(table).values());
    }

    /** Changes one row of a table in every world, and tells what the change feed would tell of it. */
    List<Row> change(String table) {
        var changed = new ArrayList<Row>();
        for (var world = 0; world < worlds; world++) {
            var number = dice.nextInt(ORDERS + 1);
            var key = key(world, number);
            var before = of(table).remove(key);
            if (before == null || dice.nextInt(4) > 0) {
                put(table, world, number);
            }
            var after = of(table).get(key);
            if (before != null && !before.equals(after)) {
                changed.add(told(before, after == null ? "delete" : "update_preimage"));
            }
            if (after != null && !after.equals(before)) {
                changed.add(told(after, before == null ? "insert" : "update_postimage"));
            }
        }
        return changed;
    }

    private static Row told(Row row, String type) {
        var values = new Object[row.length() + 1];
        for (var place = 0; place < row.length(); place++) {
            values[place] = row.get(place);
        }
        values[row.length()] = type;
        return RowFactory.create(values);
    }

    private Map<String, Row> of(String table) {
        return Objects.requireNonNull(rows.get(table));
    }

    private static String key(int world, int number) {
        return world + "-" + number;
    }

    private void put(String table, int world, int number) {
        of(table).put(key(world, number), drawn(table, world, number));
    }

    private Row drawn(String table, int world, int number) {
        var id = world * 1000L + number;
        var name = world + "-" + number;
        var order = world * 1000L + dice.nextInt(ORDERS + 1);
        var day = dice.nextInt(DAYS);
        return switch (table) {
            case "silver.orders" ->
                RowFactory.create(
                        day(world, day),
                        id,
                        id % 3,
                        country(id),
                        currency(id),
                        STATUS.get(dice.nextInt(4)),
                        "web",
                        money(2),
                        money(2));
            case "silver.orders_history" ->
                RowFactory.create(order, money(2), money(2), time(world, day), time(world, number));
            case "silver.order_lines" ->
                RowFactory.create(
                        world * 1000L + number / 2,
                        number % 2,
                        world * 1000L + dice.nextInt(3),
                        dice.nextInt(3),
                        money(9),
                        money(1),
                        money(1),
                        time(world, day));
            case "silver.payments" ->
                RowFactory.create(
                        name,
                        order,
                        dice.nextBoolean() ? "card" : "cash",
                        dice.nextInt(5) == 0 ? "failed" : "captured",
                        money(20),
                        money(2),
                        currency(dice.nextInt(9) == 0 ? order + 1 : order),
                        time(world, day),
                        day(world, day));
            case "silver.refunds" ->
                RowFactory.create(name, order, money(5), currency(order), day(world, dice.nextInt(DAYS + 5)));
            case "silver.deliveries" -> RowFactory.create(order, money(3), currency(order));
            // A lifetime of each product up to the middle, and one from there on.
            case "silver.products_history" ->
                number < 6
                        ? RowFactory.create(
                                world * 1000L + number / 2,
                                "c" + dice.nextInt(3),
                                money(4),
                                day(world, number % 2 * 5),
                                number % 2 == 0 ? day(world, 3 + dice.nextInt(3)) : null)
                        : RowFactory.create(world * 1000L + number, "unread", money(4), day(world, 0), null);
            case "silver.fx_rates" ->
                RowFactory.create(
                        day(world, number / 2 * 4), currency(number), new BigDecimal(1 + dice.nextInt(3)).setScale(6));
            default -> throw new IllegalArgumentException(table);
        };
    }

    private static String country(long order) {
        return order % 2 == 0 ? "UZ" : "KZ";
    }

    private static String currency(long order) {
        return order % 2 == 0 ? "UZS" : "KZT";
    }

    private static Date day(int world, int day) {
        return Date.valueOf(LocalDate.of(1950 + world, 3, 1).plusDays(day));
    }

    private static Timestamp time(int world, int day) {
        return Timestamp.valueOf(LocalDate.of(1950 + world, 3, 1).plusDays(day).atTime(12, 0));
    }

    private BigDecimal money(int most) {
        return BigDecimal.valueOf(dice.nextInt(most * 100 + 1), 2);
    }

    private static Map<String, StructType> schemas() {
        var schemas = new LinkedHashMap<String, StructType>();
        schemas.put(
                "silver.orders",
                StructType.fromDDL(
                        "business_date DATE, order_id BIGINT, customer_id BIGINT, country STRING,"
                                + " currency STRING, status STRING, channel STRING, discount DECIMAL(18,2), shipping DECIMAL(18,2)"));
        schemas.put(
                "silver.orders_history",
                StructType.fromDDL("order_id BIGINT, discount DECIMAL(18,2), shipping DECIMAL(18,2),"
                        + " updated_at TIMESTAMP, valid_from TIMESTAMP"));
        schemas.put(
                "silver.order_lines",
                StructType.fromDDL(
                        "order_id BIGINT, line_no INT, product_id BIGINT, quantity INT,"
                                + " unit_price DECIMAL(18,2), discount DECIMAL(18,2), tax DECIMAL(18,2), updated_at TIMESTAMP"));
        schemas.put(
                "silver.payments",
                StructType.fromDDL("payment_id STRING, order_id BIGINT, method STRING, status STRING,"
                        + " amount DECIMAL(18,2), fee DECIMAL(18,2), currency STRING, paid_at TIMESTAMP,"
                        + " business_date DATE"));
        schemas.put(
                "silver.refunds",
                StructType.fromDDL("refund_id STRING, order_id BIGINT, amount DECIMAL(18,2), currency STRING,"
                        + " business_date DATE"));
        schemas.put("silver.deliveries", StructType.fromDDL("order_id BIGINT, cost DECIMAL(18,2), currency STRING"));
        schemas.put(
                "silver.products_history",
                StructType.fromDDL("product_id BIGINT, category STRING, unit_cost_usd DECIMAL(18,4),"
                        + " valid_from DATE, valid_to DATE"));
        schemas.put(
                "silver.fx_rates", StructType.fromDDL("rate_date DATE, currency STRING, units_per_usd DECIMAL(18,6)"));
        return schemas;
    }
}
