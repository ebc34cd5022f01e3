package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.architecture.Repository;
import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.spark.TestSession;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Inputs of what finance books as a test writes them, and the SQL of bookings and days over them. */
final class FinanceInputs {
    private static final Map<String, StructType> SCHEMAS = schemas();

    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private final Map<Long, String> currencies = new HashMap<>();

    FinanceInputs() {
        SCHEMAS.keySet().forEach(table -> rows.put(table, new ArrayList<>()));
    }

    /** A paid order without fee, discount or shipping. */
    FinanceInputs order(long id, String country, String currency, String day) {
        return order(id, country, currency, day, "0", "0").payment(id, "captured", "0");
    }

    FinanceInputs order(long id, String country, String currency, String day, String discount, String shipping) {
        return order(id, country, currency, day, "paid", discount, shipping);
    }

    FinanceInputs cancelled(long id, String country, String currency, String day) {
        return order(id, country, currency, day, "cancelled", "0", "0").payment(id, "captured", "0");
    }

    private FinanceInputs order(
            long id, String country, String currency, String day, String status, String discount, String shipping) {
        currencies.put(id, currency);
        return add(
                "silver.orders",
                Date.valueOf(day),
                id,
                id,
                country,
                currency,
                status,
                "web",
                money(discount),
                money(shipping));
    }

    FinanceInputs payment(long order, String status, String fee) {
        return payment(order, status, fee, "card", "2026-02-01 10:00:00", currency(order));
    }

    FinanceInputs payment(long order, String status, String fee, String method, String paidAt, String currency) {
        var id = "p" + rows.getOrDefault("silver.payments", List.of()).size();
        return add("silver.payments", id, order, method, status, money(fee), currency, Timestamp.valueOf(paidAt));
    }

    FinanceInputs refund(String id, long order, String amount, String currency, String day) {
        return add("silver.refunds", id, order, money(amount), currency, Date.valueOf(day));
    }

    FinanceInputs parcel(long order, String cost) {
        return parcel(order, cost, currency(order));
    }

    FinanceInputs parcel(long order, String cost, String currency) {
        return add("silver.deliveries", order, money(cost), currency);
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

    static Dataset<Row> bookings(SparkSession spark) {
        return query(spark, "silver/bookings");
    }

    static Dataset<Row> days(SparkSession spark) {
        bookings(spark).createOrReplaceTempView(view("silver.bookings"));
        return query(spark, "silver/finance_days");
    }

    static String view(String table) {
        return table.replace(".", "__");
    }

    private static Dataset<Row> query(SparkSession spark, String name) {
        var sql = Repository.read(Repository.root().resolve("conf/sql/" + name + ".sql"));
        return spark.sql(SqlText.parse(sql).orThrow().renamed(table -> table.contains(".") ? view(table) : table));
    }

    private String currency(long order) {
        return Objects.requireNonNull(currencies.get(order));
    }

    private FinanceInputs add(String table, Object... values) {
        rows.get(table).add(RowFactory.create(values));
        return this;
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }

    private static Map<String, StructType> schemas() {
        var schemas = new LinkedHashMap<String, StructType>();
        schemas.put(
                "silver.orders",
                StructType.fromDDL(
                        "business_date DATE, order_id BIGINT, customer_id BIGINT, country STRING, currency STRING, status STRING,"
                                + " channel STRING, discount DECIMAL(18,2), shipping DECIMAL(18,2)"));
        schemas.put(
                "silver.order_lines",
                StructType.fromDDL(
                        "order_id BIGINT, line_no INT, product_id BIGINT, quantity INT, unit_price DECIMAL(18,2),"
                                + " discount DECIMAL(18,2), tax DECIMAL(18,2)"));
        schemas.put(
                "silver.payments",
                StructType.fromDDL("payment_id STRING, order_id BIGINT, method STRING, status STRING,"
                        + " fee DECIMAL(18,2), currency STRING, paid_at TIMESTAMP"));
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
