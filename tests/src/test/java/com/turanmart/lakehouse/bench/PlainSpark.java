package com.turanmart.lakehouse.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** The finance mart as a short job makes it: landing files in, Parquet out, nothing kept, nothing checked. */
final class PlainSpark {
    private static final String DMS = "Op STRING, commit_ts STRING, change_seq STRING, ";
    private static final String ORDERS = "order_id BIGINT, customer_id BIGINT, country STRING, currency STRING,"
            + " status STRING, channel STRING, ordered_at TIMESTAMP, updated_at TIMESTAMP, discount_minor BIGINT,"
            + " shipping_minor BIGINT";
    private static final String LINES = "order_id BIGINT, line_no INT, product_id BIGINT, quantity INT,"
            + " unit_price_minor BIGINT, discount_minor BIGINT, tax_minor BIGINT, updated_at TIMESTAMP";
    private static final String PARCEL = "STRUCT<delivery_id: STRING, order_id: BIGINT, cost: STRING>";

    private final SparkSession spark;
    private final Path landing;

    private PlainSpark(SparkSession spark, Path landing) {
        this.spark = spark;
        this.landing = landing;
    }

    public static void main(String[] arguments) throws IOException {
        var spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 4)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.csv.parser.columnPruning.enabled", false)
                // Wrong dates are dropped, as by any job that has met one.
                .config("spark.sql.legacy.timeParserPolicy", "CORRECTED")
                .getOrCreate();
        new PlainSpark(spark, Path.of(arguments[0])).write(arguments[1]);
        spark.stop();
    }

    private void write(String target) throws IOException {
        spark.udf()
                .register(
                        "part",
                        (UDF3<Number, Number, Number, BigDecimal>) PlainSpark::part,
                        DataTypes.createDecimalType(20, 0));
        spark.udf()
                .register(
                        "money",
                        (UDF2<Number, Number, BigDecimal>) PlainSpark::money,
                        DataTypes.createDecimalType(18, 2));
        changes("shop/orders", ORDERS).createOrReplaceTempView("sent_orders");
        changes("shop/order_lines", LINES).createOrReplaceTempView("sent_order_lines");
        json(
                        "gateway/payments/*/*.jsonl",
                        "payment_id STRING, order_id BIGINT, method STRING, status STRING, fee_minor BIGINT,"
                                + " amount_minor BIGINT, currency STRING, paid_at TIMESTAMP")
                .createOrReplaceTempView("sent_payments");
        json(
                        "courier/deliveries/*/*.jsonl",
                        "op STRING, before " + PARCEL + ", after " + PARCEL + ", source STRUCT<lsn: BIGINT>")
                .selectExpr("op", "COALESCE(after, before) AS parcel", "source.lsn AS lsn")
                .selectExpr(
                        "op",
                        "parcel.delivery_id",
                        "parcel.order_id",
                        "lsn",
                        "CAST(parcel.cost AS DECIMAL(18, 2)) AS cost")
                .createOrReplaceTempView("sent_deliveries");
        csv(
                        "backoffice/refunds/*/*.csv",
                        "refund_id STRING, order_id BIGINT, amount DECIMAL(18, 2), currency STRING,"
                                + " reason STRING, booked_at TIMESTAMP")
                .createOrReplaceTempView("sent_refunds");
        csv(
                        "banks/fx_rates/*/*.csv",
                        "rate_date DATE, currency STRING, units_per_usd DECIMAL(18, 6), published_at TIMESTAMP")
                .createOrReplaceTempView("sent_rates");
        products().createOrReplaceTempView("sent_products");
        try (var text = PlainSpark.class.getResourceAsStream("/bench-plain-spark.sql")) {
            spark.sql(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .write()
                    .parquet(target);
        }
    }

    /** Full loads have no operation and no sequence. */
    private Dataset<Row> changes(String dataset, String columns) {
        return csv(dataset + "/*/LOAD*.csv.gz", columns)
                .unionByName(csv(dataset + "/*/2*.csv.gz", DMS + columns), true);
    }

    private Dataset<Row> csv(String glob, String columns) {
        return spark.read()
                .schema(columns)
                .option("header", true)
                .option("escape", "\"")
                .option("mode", "DROPMALFORMED")
                .option("timestampFormat", "yyyy-MM-dd HH:mm:ss")
                .csv(landing.resolve(glob).toString());
    }

    private Dataset<Row> json(String glob, String columns) {
        return spark.read()
                .schema(columns)
                .option("mode", "DROPMALFORMED")
                .json(landing.resolve(glob).toString());
    }

    /** Their columns come in another order each day, so each file is read by its own header. */
    private Dataset<Row> products() throws IOException {
        try (var days = Files.list(landing.resolve("catalogue/products"))) {
            return days.sorted()
                    .map(this::products)
                    .reduce(Dataset::unionByName)
                    .orElseThrow();
        }
    }

    private Dataset<Row> products(Path day) {
        return spark.read()
                .option("header", true)
                .option("escape", "\"")
                .option("mode", "DROPMALFORMED")
                .csv(day.toString())
                .selectExpr(
                        "CAST(product_id AS BIGINT) AS product_id",
                        "category",
                        "CAST(unit_cost_usd AS DECIMAL(18, 4)) AS unit_cost_usd")
                .withColumn(
                        "dt",
                        functions.lit(day.getFileName().toString().substring(3)).cast("date"))
                .na()
                .drop();
    }

    private static BigDecimal part(Number amount, Number gross, Number whole) {
        return decimal(whole).signum() == 0
                ? BigDecimal.ZERO
                : decimal(amount).multiply(decimal(gross)).divide(decimal(whole), 0, RoundingMode.FLOOR);
    }

    private static BigDecimal money(Number cents, Number divisor) {
        return divisor == null ? null : decimal(cents).divide(decimal(divisor), 2, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}
