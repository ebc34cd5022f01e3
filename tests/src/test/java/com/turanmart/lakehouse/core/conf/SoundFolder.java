package com.turanmart.lakehouse.core.conf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small configuration without a mistake, in a folder where tests plant one. */
public final class SoundFolder {
    public static final String LOCAL = "env/local.yaml";
    public static final String BRONZE = "tables/bronze/shop_orders.yaml";
    public static final String SILVER = "tables/silver/orders.yaml";
    public static final String GOLD = "tables/gold/sales_daily.yaml";
    public static final String SQL = "sql/gold/sales_daily.sql";

    private static final Map<String, String> FILES = Map.of(LOCAL, """
            description: A folder of the tests.
            root: lakehouse-data
            lanes: 2
            """, BRONZE, """
            table: bronze.shop_orders
            description: Orders as they are sent.
            owner: commerce-data
            landing:
              path: "shop/orders/dt={date}/*.csv.gz"
              format: csv
              dialect: dms
              expected: {cron: "0 1 * * *", zone: Asia/Tashkent}
            columns: [order_id, country, updated_at, discount_minor]
            quality:
              block: ['RowCount > 0']
            """, SILVER, """
            table: silver.orders
            description: One row per order.
            owner: commerce-data
            inputs: [bronze.shop_orders]
            grain: [order_id]
            columns:
              - {name: order_id, from: order_id, type: bigint, required: true}
              - {name: updated_at, from: updated_at, type: timestamp}
              - {name: country, from: country, type: string}
              - {name: business_date, expr: to_date(updated_at), type: date}
              - {name: discount, from: discount_minor, type: "decimal(18,2)", minor_digits: 2}
            write:
              latest_by: [updated_at, _sequence]
              delete_when: "_op = 'D'"
            quality:
              quarantine: ['ColumnValues "discount" >= 0']
              block: ['IsPrimaryKey "order_id"']
              warn: ['Completeness "country" > 0.95 where "discount > 0"']
            """, GOLD, """
            table: gold.sales_daily
            description: Sales per day and country.
            owner: finance
            group: finance
            inputs: [silver.orders]
            grain: [business_date, country]
            unit: business_date
            touched:
              silver.orders: business_date
            deadline: {at: "08:00", zone: Asia/Tashkent}
            quality:
              block: ['IsComplete "orders"']
            """, SQL, """
            WITH counted AS (SELECT business_date, country, count(*) AS orders FROM silver.orders
                             GROUP BY business_date, country)
            SELECT business_date, country, orders
            FROM counted
            """);

    private final Path path;

    public SoundFolder(Path path) {
        this.path = path;
        FILES.forEach(this::write);
    }

    public Path path() {
        return path;
    }

    public SoundFolder write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public SoundFolder write(String file, byte[] bytes) {
        try {
            Files.createDirectories(path.resolve(file).getParent());
            Files.write(path.resolve(file), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plants a mistake; what is replaced must be there. */
    public SoundFolder replace(String file, String text, String replacement) {
        var before = text(file);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(file + " does not hold " + text);
        }
        return write(file, before.replace(text, replacement));
    }

    public SoundFolder delete(String file) {
        try {
            Files.delete(path.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String file) {
        try {
            return Files.readString(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reading read() {
        return read(Map.of());
    }

    public Reading read(Map<String, String> variables) {
        return Configurations.read(path, "local", variables);
    }

    /** The problems as a person sees them, with paths under the folder. */
    public List<String> problems() {
        return shown(read());
    }

    public List<String> shown(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.toString().replace(path + "/", "").replace(path.toString(), "conf"))
                .toList();
    }
}
