package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.architecture.Repository;
import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.spark.TestSession;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The mart's own SQL over small stories, each of a day of its own; every order is worth 100 unless it is said. */
class FinanceReconciliationSqlTest {
    private static final TableName MART = TableName.parse("gold.finance_reconciliation");

    private static final Map<String, String> INPUTS = Map.of(
            "silver.orders",
            """
            SELECT CAST(d AS DATE) AS business_date, CAST(id AS BIGINT) AS order_id, c AS country, m AS currency,
              s AS status, CAST(discount AS DECIMAL(18,2)) AS discount, CAST(0 AS DECIMAL(18,2)) AS shipping
            FROM VALUES
              (1, '2026-05-01', 'AE', 'AED', 'shipped', 0), (2, '2026-05-02', 'AE', 'AED', 'shipped', 0),
              (4, '2026-05-05', 'AE', 'AED', 'shipped', 0), (5, '2026-05-18', 'AE', 'AED', 'shipped', 0),
              (6, '2026-05-06', 'AE', 'AED', 'paid', 0), (7, '2026-05-17', 'AE', 'AED', 'paid', 0),
              (8, '2026-05-07', 'AE', 'AED', 'paid', 0), (9, '2026-05-08', 'AE', 'AED', 'paid', 10),
              (10, '2026-05-09', 'AE', 'AED', 'shipped', 0), (11, '2026-05-10', 'AE', 'AED', 'paid', 0),
              (12, '2026-05-19', 'KZ', 'KZT', 'paid', 0), (13, '2026-05-11', 'AE', 'AED', 'cancelled', 0),
              (14, '2026-05-12', 'AE', 'AED', 'paid', 0), (15, '2026-05-12', 'AE', 'AED', 'paid', 0),
              (16, '2026-05-13', 'AE', 'AED', 'created', 0), (17, '2026-05-20', 'AE', 'AED', 'created', 0)
              AS o(id, d, c, m, s, discount)
            """,
            "silver.orders_history",
            """
            SELECT order_id, discount, shipping, CAST(CONCAT(business_date, ' 09:00:00') AS TIMESTAMP) AS updated_at,
              CAST(CONCAT(business_date, ' 09:00:00') AS TIMESTAMP) AS valid_from
            FROM silver__orders WHERE order_id <> 9
            UNION ALL SELECT order_id, discount, shipping, TIMESTAMP '2026-05-09 09:00:00', TIMESTAMP '2026-05-09 09:00:00'
            FROM silver__orders WHERE order_id IN (9, 10)
            UNION ALL SELECT 9, 0, 0, TIMESTAMP '2026-05-08 09:00:00', TIMESTAMP '2026-05-08 09:00:00'
            """,
            "silver.order_lines",
            """
            SELECT order_id, 1 AS line_no, 2 AS quantity, CAST(IF(order_id = 11, 75, 55) AS DECIMAL(18,2)) AS unit_price,
              CAST(20 AS DECIMAL(18,2)) AS discount, CAST(IF(order_id = 11, 20, 10) AS DECIMAL(18,2)) AS tax,
              CAST(CONCAT(DATE_ADD(business_date, IF(order_id = 11, 1, 0)), ' 09:00:00') AS TIMESTAMP) AS updated_at
            FROM silver__orders
            """,
            "silver.payments",
            """
            SELECT CONCAT('p', n) AS payment_id, CAST(id AS BIGINT) AS order_id, 'card' AS method, s AS status,
              CAST(a AS DECIMAL(18,2)) AS amount, m AS currency, CAST(d AS DATE) AS business_date,
              CAST(CONCAT(d, ' 10:00:00') AS TIMESTAMP) AS paid_at
            FROM VALUES
              (1, 1, 'captured', 100, 'AED', '2026-05-01'), (2, 1, 'failed', 100, 'AED', '2026-05-01'),
              (3, 2, 'captured', 50, 'AED', '2026-05-02'), (4, 2, 'captured', 50, 'AED', '2026-05-03'),
              (5, 999, 'captured', 30, 'AED', '2026-05-04'), (6, 6, 'captured', 50, 'AED', '2026-05-06'),
              (7, 7, 'captured', 50, 'AED', '2026-05-17'), (8, 8, 'captured', 120, 'AED', '2026-05-07'),
              (9, 9, 'captured', 100, 'AED', '2026-05-08'), (10, 10, 'captured', 99, 'AED', '2026-05-09'),
              (11, 11, 'captured', 100, 'AED', '2026-05-10'), (12, 12, 'captured', 100, 'AED', '2026-05-19'),
              (13, 13, 'captured', 50, 'AED', '2026-05-11'), (14, 14, 'captured', 105, 'AED', '2026-05-12'),
              (15, 15, 'captured', 95, 'AED', '2026-05-12'), (16, 998, 'captured', 7, 'XXX', '2026-05-04')
              AS p(n, id, s, a, m, d)
            """,
            "silver.refunds",
            "SELECT CAST(8 AS BIGINT) AS order_id, CAST(15 AS DECIMAL(18,2)) AS amount, 'AED' AS currency",
            "silver.bookings",
            """
            SELECT DATE '2026-05-14' AS business_date, 'AE' AS country, 'AED' AS currency, m AS method, 'refund' AS entry,
              CAST(a AS DECIMAL(18,2)) AS refunds, 'unread' AS entry_id
            FROM VALUES ('card', 15), (NULL, 3) AS b(m, a)
            """,
            "gold.finance_closing",
            "SELECT DATE '2026-05-02' AS first_open_day, DATE '2026-05-02' AS asked_from");

    private static SparkSession spark;
    private static List<Row> rows;

    @BeforeAll
    static void compute() {
        spark = TestSession.SPARK.newSession();
        for (var table : List.of(
                "silver.orders",
                "silver.orders_history",
                "silver.order_lines",
                "silver.payments",
                "silver.refunds",
                "silver.bookings",
                "gold.finance_closing")) {
            spark.sql(INPUTS.getOrDefault(table, "")).createOrReplaceTempView(view(table));
        }
        var mart = query(Repository.read(Repository.root().resolve("conf/sql/gold/finance_reconciliation.sql")));
        rows = mart.collectAsList();
        spark.createDataFrame(rows, mart.schema()).createOrReplaceTempView(view(MART.toString()));
    }

    @Test
    void anOrderThatIsPaidAsItIsDueDiffersInNothing() {
        assertThat(parts("2026-05-01", "AE", "card")).isEmpty();
        assertThat(amount("2026-05-01", "AE", "card", "order_value")).isEqualTo("100.00");
        assertThat(amount("2026-05-01", "AE", "card", "captured")).isEqualTo("100.00");
    }

    @Test
    void aPartThatIsPaidOnAnotherDayIsAQuestionOfTime() {
        assertThat(parts("2026-05-02", "AE", "card")).containsExactly("difference -50.00", "timing -50.00");
        assertThat(parts("2026-05-03", "AE", "card")).containsExactly("difference 50.00", "timing 50.00");
    }

    @Test
    void aPaymentForNoOrderStandsAloneUnderItsCurrencysCountry() {
        assertThat(parts("2026-05-04", "AE", "card"))
                .containsExactly("difference 30.00", "payment_without_order 30.00");
        assertThat(parts("2026-05-04", "XXX", "card")).contains("payment_without_order 7.00");
    }

    @Test
    void anOrderThatIsCalledPaidMayWaitForItsPaymentThreeDays() {
        assertThat(parts("2026-05-18", "AE", "none"))
                .containsExactly("difference -100.00", "order_without_payment -100.00");
        assertThat(parts("2026-05-05", "AE", "none"))
                .containsExactly("difference -100.00", "unexplained -100.00", "unexplained_absolute 100.00");
    }

    @Test
    void anOrderThatNobodyCallsPaidIsNotOwed() {
        assertThat(rows).noneMatch(row -> row.getAs("business_date").toString().equals("2026-05-13"));
    }

    @Test
    void theRestOfAPartPaidOrderMayComeInThreeDaysAndOfACancelledOneNever() {
        assertThat(parts("2026-05-17", "AE", "card")).containsExactly("difference -50.00", "unpaid -50.00");
        assertThat(parts("2026-05-11", "AE", "card")).containsExactly("difference -50.00", "unpaid -50.00");
        assertThat(parts("2026-05-06", "AE", "card"))
                .contains("unexplained -50.00")
                .doesNotContain("unpaid -50.00");
    }

    @Test
    void whatWasPaidTooMuchIsExplainedAsFarAsItWasRefunded() {
        assertThat(parts("2026-05-07", "AE", "card"))
                .containsExactly("difference 20.00", "overpaid 15.00", "unexplained 5.00", "unexplained_absolute 5.00");
    }

    @Test
    void aDiscountOrALineThatChangesAfterThePaymentExplainsTheDifference() {
        assertThat(parts("2026-05-08", "AE", "card"))
                .containsExactly("difference 10.00", "changed_after_payment 10.00");
        assertThat(parts("2026-05-10", "AE", "card"))
                .containsExactly("difference -50.00", "changed_after_payment -50.00");
    }

    @Test
    void aChangeOfStatusExplainsNothing() {
        assertThat(parts("2026-05-09", "AE", "card")).contains("unexplained -1.00");
    }

    @Test
    void aPaymentInAnotherCurrencyIsUnexplainedAtOnce() {
        assertThat(parts("2026-05-19", "KZ", "card"))
                .containsExactly("difference -100.00", "unexplained -100.00", "unexplained_absolute 100.00");
        assertThat(parts("2026-05-19", "AE", "card"))
                .containsExactly("difference 100.00", "payment_without_order 100.00");
    }

    @Test
    void twoErrorsDoNotMakeNone() {
        assertThat(parts("2026-05-12", "AE", "card")).containsExactly("unexplained_absolute 10.00");
    }

    @Test
    void refundsStandUnderTheMethodOfTheirOrderAndAreNoPartOfTheDifference() {
        assertThat(parts("2026-05-14", "AE", "card")).isEmpty();
        assertThat(amount("2026-05-14", "AE", "card", "refunds")).isEqualTo("15.00");
        assertThat(amount("2026-05-14", "AE", "none", "refunds")).isEqualTo("3.00");
    }

    @Test
    void theRuleHoldsWhatNothingExplains() {
        assertThat(bad("unexplained_within_tolerance"))
                .containsExactly(
                        "2026-05-05,AE,none",
                        "2026-05-06,AE,card",
                        "2026-05-07,AE,card",
                        "2026-05-09,AE,card",
                        "2026-05-12,AE,card",
                        "2026-05-19,KZ,card");
    }

    @Test
    void noAmountIsLostOnTheWay() {
        assertThat(bad("parts_make_the_difference")).isEmpty();
        assertThat(bad("captured_equals_silver")).isEmpty();
    }

    private static List<String> bad(String rule) {
        var reading = Configurations.read(Repository.root().resolve("conf"), "local", Map.of());
        return reading.orRefuse().table(MART).quality().sql().stream()
                .filter(declared -> declared.name().equals(rule))
                .flatMap(declared -> query(declared.query()).collectAsList().stream())
                .map(row -> row.mkString(","))
                .sorted()
                .toList();
    }

    private static Dataset<Row> query(String sql) {
        return spark.sql(SqlText.parse(sql).orThrow().renamed(table -> table.contains(".") ? view(table) : table));
    }

    private static String view(String table) {
        return table.replace(".", "__");
    }

    /** What is not zero, from the difference on. */
    private static List<String> parts(String day, String country, String method) {
        return Stream.of(
                        "difference",
                        "timing",
                        "payment_without_order",
                        "order_without_payment",
                        "unpaid",
                        "overpaid",
                        "changed_after_payment",
                        "unexplained",
                        "unexplained_absolute")
                .filter(column -> !amount(day, country, method, column).equals("0.00"))
                .map(column -> column + " " + amount(day, country, method, column))
                .toList();
    }

    private static String amount(String day, String country, String method, String column) {
        var found = rows.stream()
                .filter(row -> row.mkString("|").startsWith(day + "|" + country + "|" + method + "|"))
                .toList();
        assertThat(found).as("rows of %s, %s and %s", day, country, method).hasSize(1);
        return found.get(0).getAs(column).toString();
    }
}
