package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.architecture.Repository;
import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.conf.TableName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a closed day becomes, by the marts' own SQL over small stories, each of a day of its own; 2026-04-15 is open. */
class FinanceClosingSqlTest {
    private static final String TODAY = "2026-04-15";
    private static final String LATE = "2026-01-01";
    private static final String MOVED = "2026-01-02";
    private static final String LATE_AGAIN = "2026-01-03";
    private static final String LATE_TWICE_TODAY = "2026-01-04";
    private static final String TAKEN_BACK = "2026-01-05";
    private static final String UNKNOWN_SINCE = "2026-01-06";
    private static final String NEVER_PUBLISHED = "2026-01-07";
    private static final String NEVER_KNOWN = "2026-01-08";
    private static final String GONE = "2026-01-09";
    private static final String OPEN = "2026-04-16";

    private static final List<String> AMOUNTS = List.of(
            "gross_sales",
            "discounts",
            "net_sales",
            "tax",
            "shipping_income",
            "refunds",
            "cogs",
            "delivery_cost",
            "payment_fees",
            "margin");
    private static final String KEYS = "business_date DATE, country STRING, category STRING, currency STRING";
    private static final String FIGURES = Stream.concat(
                    Stream.of("orders", "units", "buyers").map(count -> count + " BIGINT"),
                    Stream.of("", "_usd")
                            .flatMap(ending -> AMOUNTS.stream().map(amount -> amount + ending + " DECIMAL(18, 2)")))
            .collect(Collectors.joining(", "));

    private static final String CLOSING = "first_open_day DATE, asked_from DATE, first_day DATE";

    private static final TinyTables TABLES = new TinyTables();

    @BeforeAll
    static void compute() {
        TABLES.table("gold.finance_closing", CLOSING, closing(TODAY, LATE))
                .table(
                        "silver.finance_days",
                        KEYS + ", " + FIGURES,
                        day(LATE, "toys", "130"),
                        day(MOVED, "books", "40"),
                        day(LATE_AGAIN, "toys", "130"),
                        day(LATE_TWICE_TODAY, "toys", "130"),
                        day(TAKEN_BACK, "toys", "100"),
                        day(UNKNOWN_SINCE, "toys", ""),
                        day(UNKNOWN_SINCE, "books", "60"),
                        day(NEVER_PUBLISHED, "toys", "70"),
                        day(NEVER_KNOWN, "toys", "90"),
                        day(OPEN, "toys", "130"))
                .table(
                        "gold.finance_daily",
                        KEYS + ", " + FIGURES,
                        day(LATE, "toys", "100"),
                        day(MOVED, "toys", "100"),
                        day(LATE_AGAIN, "toys", "100"),
                        day(LATE_TWICE_TODAY, "toys", "100"),
                        day(TAKEN_BACK, "toys", "100"),
                        day(UNKNOWN_SINCE, "toys", "100"),
                        day(UNKNOWN_SINCE, "books", "50"),
                        day(NEVER_KNOWN, "toys", ""),
                        day(GONE, "toys", "100"),
                        day(OPEN, "toys", "100"))
                .table(
                        "gold.finance_adjustments",
                        KEYS + ", booked_on DATE, " + FIGURES,
                        booked(LATE_AGAIN, "2026-03-01", "20"),
                        booked(LATE_TWICE_TODAY, TODAY, "20"),
                        booked(TAKEN_BACK, TODAY, "20"))
                .builtAnew("gold.finance_daily")
                .builtAnew("gold.finance_adjustments");
    }

    @Test
    void aClosedDayStaysAsItWasPublished() {
        assertThat(daily(LATE)).containsExactly("toys 100.00");
        assertThat(daily(MOVED)).containsExactly("toys 100.00");
        assertThat(daily(GONE)).containsExactly("toys 100.00");
        assertThat(daily(UNKNOWN_SINCE)).containsExactly("books 50.00", "toys 100.00");
    }

    @Test
    void anOpenDayIsWhatSilverSaysAndIsNotAdjusted() {
        assertThat(daily(OPEN)).containsExactly("toys 130.00");
        assertThat(adjusted(OPEN)).isEmpty();
    }

    @Test
    void anOldDayThatComesNowIsPublishedAndNotAdjusted() {
        assertThat(daily(NEVER_PUBLISHED)).containsExactly("toys 70.00");
        assertThat(adjusted(NEVER_PUBLISHED)).isEmpty();
    }

    @Test
    void aDayIsNotClosedWhileOneOfItsAmountsIsUnknown() {
        assertThat(daily(NEVER_KNOWN)).containsExactly("toys 90.00");
        assertThat(adjusted(NEVER_KNOWN)).isEmpty();
    }

    @Test
    void whatComesForAClosedDayIsBookedOnTheFirstOpenDay() {
        assertThat(adjusted(LATE)).containsExactly("toys 2026-04-15 30.00 30 30.00");
    }

    @Test
    void aCategoryThatADayHasNoMoreIsTakenOff() {
        assertThat(adjusted(MOVED))
                .containsExactly("books 2026-04-15 40.00 40 40.00", "toys 2026-04-15 -100.00 -100 -100.00");
        assertThat(adjusted(GONE)).containsExactly("toys 2026-04-15 -100.00 -100 -100.00");
    }

    @Test
    void whatWasBookedEarlierStaysAndIsNotBookedTwice() {
        assertThat(adjusted(LATE_AGAIN))
                .containsExactly("toys 2026-03-01 20.00 20 20.00", "toys 2026-04-15 10.00 10 10.00");
    }

    @Test
    void whatIsBookedTwiceOnOneDayIsOneEntryOrNone() {
        assertThat(adjusted(LATE_TWICE_TODAY)).containsExactly("toys 2026-04-15 30.00 30 30.00");
        assertThat(adjusted(TAKEN_BACK)).isEmpty();
    }

    @Test
    void anAmountThatSilverNoLongerKnowsIsBookedOnceItIsKnownAndHoldsTheMartUntilThen() {
        assertThat(adjusted(UNKNOWN_SINCE)).containsExactly("books 2026-04-15 10.00 10 10.00");
        assertThat(bad("both_make_what_silver_says")).containsExactly(UNKNOWN_SINCE + " KZ toys");
    }

    @Test
    void aMarginThatMovesByMoreThanAHundredthOfItsMonthIsTold() {
        assertThat(bad("adjustments_are_small")).containsExactly(TODAY);
        assertThat(bad("only_closed_days_are_adjusted")).isEmpty();
        assertThat(bad("margins_are_what_their_parts_make")).isEmpty();
    }

    @Test
    void theFirstOpenDayNeverGoesBack() {
        var before = new TinyTables()
                .table("gold.finance_closing", CLOSING, closing(TODAY, LATE))
                .table("silver.finance_days", "business_date DATE", LATE, OPEN);

        assertThat(closing(before, "2026-05-30")).isEqualTo("2026-04-16 2026-04-16 2026-01-01");
        assertThat(closing(before, "2026-05-20")).isEqualTo("2026-04-15 2026-04-15 2026-01-01");
    }

    /** L4: what has never been asked is asked, however old. */
    @Test
    void rulesLookAtAPastThatIsNew() {
        var first = new TinyTables()
                .table("gold.finance_closing", CLOSING)
                .table("silver.finance_days", "business_date DATE", LATE, OPEN);
        var backfill = new TinyTables()
                .table("gold.finance_closing", CLOSING, closing(TODAY, MOVED))
                .table("silver.finance_days", "business_date DATE", LATE, OPEN);
        var nothing = new TinyTables()
                .table("gold.finance_closing", CLOSING)
                .table("silver.finance_days", "business_date DATE");

        assertThat(closing(first, "2026-05-30")).isEqualTo("2026-01-01 2026-01-01 2026-01-01");
        assertThat(closing(backfill, "2026-05-30")).isEqualTo("2026-04-16 2026-01-01 2026-01-01");
        assertThat(closing(nothing, "2026-05-30")).isEqualTo("2026-04-16 2026-04-16 null");
    }

    private static String closing(TinyTables before, String latestDay) {
        return before.table("silver.latest_day", "latest_day DATE", latestDay)
                .defined("gold.finance_closing")
                .first()
                .mkString(" ");
    }

    /** L6. */
    @Test
    void aRuleOverBookingsReadsTheFilesOfOpenDaysOnly(@TempDir Path root) {
        var amounts = ",KZ,KZT,1,130,130,0,0,0,0,0,0";
        var stored = new TinyTables()
                .table("gold.finance_closing", CLOSING, closing(TODAY, LATE))
                .table("gold.finance_daily", KEYS + ", " + FIGURES, day(OPEN, "toys", "130"))
                .table(
                        "silver.bookings",
                        "business_date DATE, country STRING, currency STRING, units_per_usd DECIMAL(18, 6), quantity INT,"
                                + " gross_sales DECIMAL(18, 2), discounts DECIMAL(18, 2), tax DECIMAL(18, 2),"
                                + " shipping_income DECIMAL(18, 2), refunds DECIMAL(18, 2), delivery_cost DECIMAL(18, 2),"
                                + " payment_fees DECIMAL(18, 2)",
                        LATE + amounts,
                        MOVED + amounts,
                        OPEN + amounts)
                .stored(root, "silver.bookings", "business_date");

        assertThat(Stream.of("totals_equal_bookings", "dollars_are_local_at_the_rate")
                        .map(rule -> stored.query(rule("gold.finance_daily", rule))))
                .allSatisfy(bad -> {
                    assertThat(bad.collectAsList()).isEmpty();
                    assertThat(TinyTables.filesRead(bad)).isEqualTo(1);
                });
    }

    private static List<String> daily(String day) {
        return rows("gold.finance_daily", day, "concat_ws(' ', category, margin_usd)");
    }

    private static List<String> adjusted(String day) {
        return rows(
                "gold.finance_adjustments",
                day,
                "concat_ws(' ', category, booked_on, margin_usd, orders, gross_sales)");
    }

    private static List<String> rows(String table, String day, String shown) {
        return texts("SELECT " + shown + " FROM " + table + " WHERE business_date = DATE '" + day + "'");
    }

    private static List<String> bad(String rule) {
        return texts(rule("gold.finance_adjustments", rule));
    }

    private static String rule(String table, String rule) {
        var reading = Configurations.read(Repository.root().resolve("conf"), "local", Map.of());
        return reading.orRefuse().table(TableName.parse(table)).quality().sql().stream()
                .filter(declared -> declared.name().equals(rule))
                .findFirst()
                .orElseThrow()
                .query();
    }

    private static List<String> texts(String query) {
        return TABLES.query(query).collectAsList().stream()
                .map(row -> row.mkString(" "))
                .sorted()
                .toList();
    }

    private static String closing(String firstOpenDay, String firstDay) {
        return String.join(",", firstOpenDay, firstOpenDay, firstDay);
    }

    private static String day(String day, String category, String worth) {
        return day + ",KZ," + category + ",KZT," + figures(worth);
    }

    private static String booked(String day, String on, String worth) {
        return day + ",KZ,toys,KZT," + on + "," + figures(worth);
    }

    /** So many orders, units and buyers, sold for so much with nothing to deduct; without a worth no margin is known. */
    private static String figures(String worth) {
        var count = worth.isEmpty() ? "1" : worth;
        var amounts = String.join(",", count, "0", count, "0", "0", "0", "0", "0", "0", worth);
        return String.join(",", count, count, count, amounts, amounts);
    }
}
