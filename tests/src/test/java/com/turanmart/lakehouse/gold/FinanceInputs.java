package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Inputs of the finance mart as a test writes them, and the mart's own SQL over them. */
final class FinanceInputs {
    private static final Map<String, StructType> SCHEMAS = schemas();

    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    FinanceInputs() {
        SCHEMAS.keySet().forEach(table -> rows.put(table, new ArrayList<>()));
    }

    /** A paid order without fee, discount or shipping. */
    FinanceInputs order(long id, String country, String currency, String day) {
        return order(id, country, currency, day, "0", "0").payment(id, "captured", "0");
    }

    FinanceInputs order(long id, String country, String currency, String day, String discount, String shipping) {
        return add(
                "silver.orders",
                Date.valueOf(day),
                id,
                id,
                country,
                currency,
                "paid",
                money(discount),
                money(shipping));
    }

    FinanceInputs cancelled(long id, String country, String currency, String day) {
        return add("silver.orders", Date.valueOf(day), id, id, country, currency, "cancelled", money("0"), money("0"))
                .payment(id, "captured", "0");
    }

    FinanceInputs payment(long order, String status, String fee) {
        return add("silver.payments", order, status, money(fee));
    }

    /** A line of a category of its own, whose product costs nothing that day unless it is said. */
    FinanceInputs line(long order, int line, String day, String category, int quantity, String price) {
        return line(order, line, day, category, quantity, price, "0");
    }

    FinanceInputs line(long order, int line, String day, String category, int quantity, String price, String cost) {
        var product = order * 100 + line;
        return add("silver.order_lines", order, line, product, quantity, money(price), money("0"), money("0"))
                .lifetime(
                        product,
                        day,
                        Date.valueOf(day).toLocalDate().plusDays(1).toString(),
                        category,
                        cost);
    }

    /** What the catalogue says of a product from a day on and before another, if it ends. */
    FinanceInputs lifetime(long product, String from, @Nullable String to, String category, String cost) {
        return add(
                "silver.products_history",
                product,
                category,
                new BigDecimal(cost),
                Date.valueOf(from),
                to == null ? null : Date.valueOf(to));
    }

    FinanceInputs lineWithoutProduct(long order, int line) {
        return add("silver.order_lines", order, line, -1L, 1, money("1"), money("0"), money("0"));
    }

    FinanceInputs rate(String day, String currency, String unitsPerUsd) {
        return add("silver.fx_rates", Date.valueOf(day), currency, new BigDecimal(unitsPerUsd));
    }

    Dataset<Row> of(String table) {
        return TestSession.rows(SCHEMAS.get(table), rows.get(table));
    }

    /** Registers every input as a view of one session. */
    FinanceInputs register(SparkSession spark) {
        SCHEMAS.forEach((table, schema) ->
                spark.createDataFrame(rows.get(table), schema).createOrReplaceTempView(view(table)));
        return this;
    }

    static Dataset<Row> mart(SparkSession spark) {
        return spark.sql(SqlText.parse(sql()).orThrow().renamed(name -> SCHEMAS.containsKey(name) ? view(name) : name));
    }

    static String view(String table) {
        return table.replace(".", "__");
    }

    private FinanceInputs add(String table, Object... values) {
        rows.get(table).add(RowFactory.create(values));
        return this;
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }

    private static String sql() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        try {
            return Files.readString(folder.resolve("conf/sql/gold/finance_daily.sql"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, StructType> schemas() {
        var schemas = new LinkedHashMap<String, StructType>();
        schemas.put(
                "silver.orders",
                StructType.fromDDL(
                        "business_date DATE, order_id BIGINT, customer_id BIGINT, country STRING, currency STRING, status STRING,"
                                + " discount DECIMAL(18,2), shipping DECIMAL(18,2)"));
        schemas.put(
                "silver.order_lines",
                StructType.fromDDL(
                        "order_id BIGINT, line_no INT, product_id BIGINT, quantity INT, unit_price DECIMAL(18,2),"
                                + " discount DECIMAL(18,2), tax DECIMAL(18,2)"));
        schemas.put("silver.payments", StructType.fromDDL("order_id BIGINT, status STRING, fee DECIMAL(18,2)"));
        schemas.put(
                "silver.products_history",
                StructType.fromDDL("product_id BIGINT, category STRING, unit_cost_usd DECIMAL(18,4),"
                        + " valid_from DATE, valid_to DATE"));
        schemas.put(
                "silver.fx_rates", StructType.fromDDL("rate_date DATE, currency STRING, units_per_usd DECIMAL(18,6)"));
        return schemas;
    }
}
