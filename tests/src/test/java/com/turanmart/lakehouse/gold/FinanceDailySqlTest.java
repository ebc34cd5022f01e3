package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.spark.TestSession;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.collection.JavaConverters;

/**
 * The SQL of the days that the mart publishes while they are open, and of their bookings, computed once over many small
 * stories; each story has a day of its own.
 */
class FinanceDailySqlTest {
    private static final String SHARED = "2026-02-03";
    private static final String WORTHLESS = "2026-02-04";
    private static final String SUNDAY = "2026-02-08";
    private static final String SEVEN_DAYS_LATER = "2026-02-13";
    private static final String EIGHT_DAYS_LATER = "2026-02-14";
    private static final String UNPAID = "2026-02-20";
    private static final String CANCELLED = "2026-02-21";
    private static final String HALVES = "2026-03-02";
    private static final String HUGE = "2026-03-10";
    private static final String COSTLESS = "2026-03-20";
    private static final String REFUNDED = "2026-04-01";
    private static final String REFUND_DAY = "2026-04-03";
    private static final String GONE = "2026-04-06";
    private static final String TWO_CURRENCIES = "2026-04-10";
    private static final String MIXED_COUNTRY = "2026-04-15";

    private static List<Row> rows;
    private static List<Row> bookings;

    @BeforeAll
    static void compute() {
        var spark = TestSession.SPARK.newSession();
        inputs().register(spark);
        rows = FinanceInputs.days(spark).collectAsList();
        bookings = FinanceInputs.bookings(spark).collectAsList();
    }

    private static FinanceInputs inputs() {
        return new FinanceInputs()
                .rate("2026-02-01", "KZT", "999")
                .rate(SHARED, "KZT", "500")
                .rate("2026-02-05", "KZT", "1")
                .order(1, "KZ", "KZT", SHARED, "1.01", "0.02")
                .payment(1, "captured", "0.04")
                .payment(1, "captured", "0.01")
                .payment(1, "failed", "9.99")
                .line(1, 3, SHARED, "small", 1, "5.00")
                .line(1, 2, SHARED, "large, second", 1, "10.00")
                .line(1, 1, SHARED, "large, first", 2, "5.00", "0.0125")
                .order(2, "KZ", "KZT", WORTHLESS, "0", "3.00")
                .payment(2, "captured", "0.30")
                .line(2, 2, WORTHLESS, "second gift", 2, "0")
                .line(2, 1, WORTHLESS, "first gift", 1, "0")
                .rate("2026-02-06", "AED", "4")
                .order(3, "AE", "AED", SUNDAY)
                .line(3, 1, SUNDAY, "any", 1, "10.00", "1")
                .lifetime(301, "2026-01-01", SUNDAY, "before", "9")
                .lifetime(301, "2026-02-09", null, "after", "9")
                .order(4, "AE", "AED", SEVEN_DAYS_LATER)
                .line(4, 1, SEVEN_DAYS_LATER, "any", 1, "10.00", "1")
                .order(5, "AE", "AED", EIGHT_DAYS_LATER)
                .line(5, 1, EIGHT_DAYS_LATER, "any", 1, "10.00", "1")
                .order(6, "AE", "AED", UNPAID, "0", "0")
                .payment(6, "failed", "0.10")
                .line(6, 1, UNPAID, "any", 1, "10.00")
                .cancelled(7, "AE", "AED", CANCELLED)
                .line(7, 1, CANCELLED, "any", 1, "10.00")
                .rate(HALVES, "KZT", "8")
                .order(8, "KZ", "KZT", HALVES)
                .line(8, 1, HALVES, "down", 1, "0.20", "0.1250")
                .line(8, 2, HALVES, "up", 1, "0.28", "0.1350")
                .rate(HUGE, "UZS", "12500.123456")
                .order(9, "UZ", "UZS", HUGE, "99999999999.99", "100000000000.01")
                .payment(9, "captured", "100000000000.00")
                .line(9, 1, HUGE, "one", 1, "100000000000.00", "8000000.0001")
                .line(9, 2, HUGE, "two", 2, "100000000000.00", "8000000.0001")
                .order(10, "KZ", "KZT", COSTLESS)
                .lineWithoutProduct(10, 1)
                .rate(REFUNDED, "KZT", "450")
                .rate(REFUND_DAY, "KZT", "500")
                .order(11, "KZ", "KZT", REFUNDED)
                .parcel(11, "1.00")
                .parcel(11, "0.01")
                .line(11, 1, REFUNDED, "moved", 1, "10.00", "0.01")
                .line(11, 2, REFUNDED, "stayed", 2, "10.00", "0.01")
                .lifetime(1101, REFUND_DAY, null, "elsewhere", "9")
                .refund("R-1", 11, "10.00", "KZT", REFUND_DAY)
                .payment(11, "captured", "0", "wallet", "2026-01-31 10:00:00", "KZT")
                .refund("R-2", 999, "7.00", "KZT", GONE)
                .order(12, "KZ", "KZT", GONE, "0", "0")
                .line(12, 1, GONE, "unpaid", 1, "10.00")
                .refund("R-3", 12, "2.00", "KZT", GONE)
                .order(13, "KZ", "KZT", TWO_CURRENCIES)
                .line(13, 1, TWO_CURRENCIES, "any", 1, "10.00")
                .payment(13, "captured", "1.00", "card", "2026-04-10 10:00:00", "AED")
                .parcel(13, "1.00", "AED")
                .refund("R-4", 13, "1.00", "AED", TWO_CURRENCIES)
                .order(14, "KZ", "KZT", MIXED_COUNTRY)
                .line(14, 1, MIXED_COUNTRY, "any", 1, "10.00")
                .order(15, "KZ", "AED", MIXED_COUNTRY)
                .line(15, 1, MIXED_COUNTRY, "any", 1, "7.00");
    }

    @Test
    void anOrdersDiscountIsSharedByValueAndTheLastCentGoesToTheLargestLine() {
        assertThat(amount(SHARED, "large, first", "discounts")).isEqualTo("0.41");
        assertThat(amount(SHARED, "large, second", "discounts")).isEqualTo("0.40");
        assertThat(amount(SHARED, "small", "discounts")).isEqualTo("0.20");
    }

    @Test
    void centsThatCannotBeSharedGoToTheFirstOfTwoLargestLines() {
        assertThat(amount(SHARED, "large, first", "shipping_income")).isEqualTo("0.02");
        assertThat(amount(SHARED, "large, second", "shipping_income")).isEqualTo("0.00");
        assertThat(amount(SHARED, "small", "shipping_income")).isEqualTo("0.00");
    }

    @Test
    void theFeesOfAllCapturedPaymentsAreShared() {
        assertThat(amount(SHARED, "large, first", "payment_fees")).isEqualTo("0.02");
        assertThat(amount(SHARED, "large, second", "payment_fees")).isEqualTo("0.02");
        assertThat(amount(SHARED, "small", "payment_fees")).isEqualTo("0.01");
    }

    @Test
    void twoPaymentsOfAnOrderDoNotDoubleItsLines() {
        assertThat(amount(SHARED, "large, first", "gross_sales")).isEqualTo("10.00");
        assertThat(row(SHARED, "large, first").<Long>getAs("orders")).isEqualTo(1);
        assertThat(row(SHARED, "large, first").<Long>getAs("units")).isEqualTo(2);
    }

    @Test
    void whatBelongsToAnOrderOfNoValueGoesToItsFirstLine() {
        assertThat(amount(WORTHLESS, "first gift", "shipping_income")).isEqualTo("3.00");
        assertThat(amount(WORTHLESS, "second gift", "shipping_income")).isEqualTo("0.00");
        assertThat(amount(WORTHLESS, "first gift", "margin")).isEqualTo("2.70");
    }

    @Test
    void theLatestRateUpToTheDayCounts() {
        assertThat(amount(SHARED, "large, first", "cogs")).isEqualTo("12.50");
        assertThat(amount(WORTHLESS, "first gift", "margin_usd")).isEqualTo("0.01");
    }

    @Test
    void aWeekendHasTheRateOfItsFridayAndARateLivesSevenDays() {
        assertThat(amount(SUNDAY, "any", "gross_sales_usd")).isEqualTo("2.50");
        assertThat(amount(SEVEN_DAYS_LATER, "any", "gross_sales_usd")).isEqualTo("2.50");
    }

    @Test
    void aRateOfEightDaysAgoIsNoneSoThatTheMartIsHeld() {
        var row = row(EIGHT_DAYS_LATER, "any");

        assertThat(row.<BigDecimal>getAs("gross_sales")).isEqualByComparingTo("10");
        assertThat(row.<Object>getAs("margin")).isNull();
        assertThat(row.<Object>getAs("margin_usd")).isNull();
    }

    @Test
    void aLineCostsWhatItsProductCostOnItsDay() {
        assertThat(rows)
                .filteredOn(row -> row.getAs("business_date").toString().equals(SUNDAY))
                .singleElement()
                .satisfies(row -> assertThat(row.<BigDecimal>getAs("cogs_usd")).isEqualByComparingTo("1"));
    }

    @Test
    void aProductWithoutACostThatDayLeavesNoMarginAndNoCategory() {
        var row = row(COSTLESS, "unlisted");

        assertThat(row.<Object>getAs("margin_usd")).isNull();
        assertThat(row.<BigDecimal>getAs("gross_sales")).isEqualByComparingTo("1");
    }

    @Test
    void anOrderCountsOnlyOnceItIsPaid() {
        assertThat(rows).noneMatch(row -> row.getAs("business_date").toString().equals(UNPAID));
    }

    @Test
    void anOrderThatIsCancelledAfterItsPaymentCounts() {
        assertThat(amount(CANCELLED, "any", "gross_sales")).isEqualTo("10.00");
    }

    @Test
    void halvesAreRoundedToTheEvenCent() {
        assertThat(amount(HALVES, "down", "gross_sales_usd")).isEqualTo("0.02");
        assertThat(amount(HALVES, "up", "gross_sales_usd")).isEqualTo("0.04");
        assertThat(amount(HALVES, "down", "cogs_usd")).isEqualTo("0.12");
        assertThat(amount(HALVES, "up", "cogs_usd")).isEqualTo("0.14");
    }

    @Test
    void amountsOfTenToTheThirteenCentsAreExact() {
        // 9999999999999 cents: a third is 3333333333333, two thirds 6666666666666.
        assertThat(amount(HUGE, "one", "discounts")).isEqualTo("33333333333.33");
        assertThat(amount(HUGE, "two", "discounts")).isEqualTo("66666666666.66");
        assertThat(amount(HUGE, "one", "shipping_income")).isEqualTo("33333333333.33");
        assertThat(amount(HUGE, "two", "shipping_income")).isEqualTo("66666666666.68");
        assertThat(amount(HUGE, "one", "payment_fees")).isEqualTo("33333333333.33");
        assertThat(amount(HUGE, "two", "payment_fees")).isEqualTo("66666666666.67");
        assertThat(amount(HUGE, "two", "gross_sales")).isEqualTo("200000000000.00");
        assertThat(amount(HUGE, "two", "cogs")).isEqualTo("200001975298.50");
    }

    @Test
    void aRefundFallsOnItsOwnDayAtThatDaysRateInTheCategoryOfItsOrdersDay() {
        var moved = row(REFUND_DAY, "moved");

        assertThat(amount(REFUND_DAY, "moved", "refunds")).isEqualTo("3.33");
        assertThat(amount(REFUND_DAY, "stayed", "refunds")).isEqualTo("6.67");
        assertThat(amount(REFUND_DAY, "moved", "refunds_usd")).isEqualTo("0.01");
        assertThat(amount(REFUND_DAY, "moved", "margin")).isEqualTo("-3.33");
        assertThat(amount(REFUNDED, "moved", "refunds")).isEqualTo("0.00");
        assertThat(List.of("orders", "units", "buyers"))
                .allSatisfy(count -> assertThat(moved.<Long>getAs(count)).isZero());
        assertThat(amount(REFUND_DAY, "moved", "gross_sales")).isEqualTo("0.00");
        assertThat(amount(REFUND_DAY, "moved", "cogs")).isEqualTo("0.00");
    }

    @Test
    void theCostOfAllParcelsOfAnOrderIsSharedOnTheOrdersDay() {
        assertThat(amount(REFUNDED, "moved", "delivery_cost")).isEqualTo("0.33");
        assertThat(amount(REFUNDED, "stayed", "delivery_cost")).isEqualTo("0.68");
        assertThat(amount(REFUNDED, "moved", "margin")).isEqualTo("5.17");
    }

    @Test
    void anOrderWithoutAParcelOrWithOneThatWasCalledOffCostsNoDelivery() {
        assertThat(amount(SHARED, "small", "delivery_cost")).isEqualTo("0.00");
    }

    @Test
    void aRefundOfAnOrderThatIsGoneOrWasNeverPaidBelongsToNoCategory() {
        assertThat(amount(GONE, "unassigned", "refunds")).isEqualTo("9.00");
        assertThat(rows).noneMatch(row -> "unpaid".equals(row.getAs("category")));
        assertThat(bookings)
                .filteredOn(row -> "unassigned".equals(row.getAs("category")))
                .extracting(row -> row.mkString("|"))
                .containsExactlyInAnyOrder(stray("R-2", 999, "7.00"), stray("R-3", 12, "2.00"));
    }

    private static String stray(String refund, long order, String amount) {
        return GONE + "|refund|" + refund + "|0|" + order
                + "|null|KZ|KZT|unassigned|null|null|null|0|0.00|0.00|0.00|0.00|" + amount
                + "|0.00|0.00|0.0000|500.000000";
    }

    @Test
    void theMethodIsThatOfTheFirstCapturedPayment() {
        assertThat(bookings)
                .filteredOn(row -> row.<Object>getAs("order_id").equals(11L))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.<String>getAs("method")).isEqualTo("wallet"));
    }

    @Test
    void amountsInAnotherCurrencyThanTheOrdersAreNoneSoThatTheMartIsHeld() {
        assertThat(bookings)
                .filteredOn(row -> row.<Object>getAs("order_id").equals(13L))
                .extracting(row -> row.getAs("entry") + " " + row.getAs("payment_fees") + " "
                        + row.getAs("delivery_cost") + " " + row.getAs("refunds"))
                .containsExactlyInAnyOrder("sale null null 0.00", "refund 0.00 0.00 null");
        assertThat(row(TWO_CURRENCIES, "any").<Object>getAs("margin_usd")).isNull();
    }

    @Test
    void currenciesOfOneCountryAreNeverAddedUp() {
        assertThat(rows)
                .filteredOn(row -> row.getAs("business_date").toString().equals(MIXED_COUNTRY))
                .extracting(row -> row.getAs("country") + " " + row.getAs("currency") + " " + row.getAs("gross_sales"))
                .containsExactlyInAnyOrder("KZ KZT 10.00", "KZ AED 7.00");
    }

    @Test
    void everyMarginIsWhatItsPartsMake() {
        assertThat(rows).hasSize(22).allSatisfy(row -> {
            for (var currency : List.of("", "_usd")) {
                if (row.<Object>getAs("margin" + currency) != null) {
                    assertThat(row.<BigDecimal>getAs("net_sales" + currency)
                                    .add(row.getAs("shipping_income" + currency))
                                    .subtract(row.getAs("refunds" + currency))
                                    .subtract(row.getAs("cogs" + currency))
                                    .subtract(row.getAs("delivery_cost" + currency))
                                    .subtract(row.getAs("payment_fees" + currency)))
                            .isEqualByComparingTo(row.<BigDecimal>getAs("margin" + currency));
                }
            }
        });
    }

    @Test
    void aFilterOnTheUnitIsPushedIntoTheReadsOfOrders(@TempDir Path root) {
        var tables = TestSession.tables(root);
        var orders = TableName.parse("silver.orders");
        var spark = TestSession.SPARK.newSession();
        var inputs = inputs().register(spark);
        tables.append(
                orders,
                inputs.of("silver.orders"),
                Stamp.ofInputs(new Run("r-1", LocalDate.parse(SHARED), Instant.EPOCH), Map.of()),
                List.of());
        spark.read()
                .format("delta")
                .load(tables.place(orders))
                .createOrReplaceTempView(FinanceInputs.view("silver.orders"));
        var bookings = FinanceInputs.bookings(spark);

        var byUnit =
                filtersOnFiles(bookings.where("business_date IN (DATE'" + SHARED + "', DATE'" + REFUND_DAY + "')"));
        var byMeasure = filtersOnFiles(bookings.where("refunds IN (7, 8)"));

        // Refunds find their orders by number, whatever their day; the orders of sales and of parcels are those of the
        // days.
        assertThat(byUnit)
                .hasSize(4)
                .filteredOn(filters -> filters.contains("business_date") && filters.contains(" IN ("))
                .hasSize(2);
        assertThat(byMeasure)
                .hasSize(4)
                .allSatisfy(filters -> assertThat(filters).doesNotContain("business_date IN ("));
    }

    private static List<String> filtersOnFiles(org.apache.spark.sql.Dataset<Row> query) {
        return JavaConverters.seqAsJavaList(query.queryExecution().sparkPlan().collectLeaves()).stream()
                .filter(FileSourceScanExec.class::isInstance)
                .map(leaf -> ((FileSourceScanExec) leaf).dataFilters().toString())
                .toList();
    }

    private static String amount(String day, String category, String column) {
        return row(day, category).<BigDecimal>getAs(column).toPlainString();
    }

    private static Row row(String day, String category) {
        var found = rows.stream()
                .filter(row -> row.getAs("business_date").toString().equals(day))
                .filter(row -> category.equals(row.getAs("category")))
                .toList();
        assertThat(found).as("rows of %s and %s", day, category).hasSize(1);
        return found.get(0);
    }
}
