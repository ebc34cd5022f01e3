package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mart's own SQL over small stories; each has a customer of its own, who lives in a city of that name. */
class Customer360SqlTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private static final Map<String, Integer> CUSTOMERS = new LinkedHashMap<>();
    private static final List<String> BOOKINGS = new ArrayList<>();
    private static final List<String> CONTACTS = new ArrayList<>();

    private static List<Row> rows;

    @BeforeAll
    static void compute() {
        preferences();
        bands();
        amounts();
        people();
        rows = new TinyTables()
                .table(
                        "silver.customers",
                        "customer_id BIGINT, country STRING, city STRING, consent BOOLEAN",
                        CUSTOMERS.entrySet().stream()
                                .map(customer -> customer.getValue() + ",KZ," + customer.getKey() + ",true")
                                .toArray(String[]::new))
                .table(
                        "silver.bookings",
                        "customer_id BIGINT, entry STRING, order_id BIGINT, entry_id STRING, business_date DATE,"
                                + " category STRING, channel STRING, method STRING, quantity INT,"
                                + " gross_sales DECIMAL(18,2), discounts DECIMAL(18,2), shipping_income DECIMAL(18,2),"
                                + " refunds DECIMAL(18,2), delivery_cost DECIMAL(18,2), payment_fees DECIMAL(18,2),"
                                + " cost_usd DECIMAL(18,4), units_per_usd DECIMAL(18,6)",
                        BOOKINGS.toArray(String[]::new))
                .table(
                        "silver.crm_contacts",
                        "customer_id BIGINT, consent_email BOOLEAN, consent_phone BOOLEAN, open_tickets INT",
                        CONTACTS.toArray(String[]::new))
                .table(
                        "silver.click_events",
                        "customer_id BIGINT, occurred_at TIMESTAMP",
                        customer("seen") + ",2026-06-01 10:00:00",
                        customer("seen") + ",2026-06-01 09:59:59",
                        ",2026-06-01 11:00:00")
                .table("silver.latest_day", "latest_day DATE", TODAY.toString())
                .defined("gold.customer_360")
                .collectAsList();
    }

    private static void preferences() {
        line("even", 1, "toys,web,wallet", 2, "1,0,0,0,0,0,0");
        line("even", 2, "books,app,card", 2, "1,0,0,0,0,0,0");
        // Most units and not most orders; most orders and not most lines.
        line("most", 1, "toys,web,card", 1, "1,0,0,0,0,0,0");
        line("most", 1, "toys,web,card", 1, "1,0,0,0,0,0,0");
        line("most", 1, "books,web,card", 4, "1,0,0,0,0,0,0");
        line("most", 2, "toys,app,cash", 1, "1,0,0,0,0,0,0");
        line("most", 3, "home,app,cash", 1, "1,0,0,0,0,0,0");
        line("once unnamed", 1, "toys,,card", 1, "1,0,0,0,0,0,0");
        line("once unnamed", 2, "toys,,card", 1, "1,0,0,0,0,0,0");
        line("once unnamed", 3, "toys,web,card", 1, "1,0,0,0,0,0,0");
        line("unnamed", 1, "toys,,card", 1, "1,0,0,0,0,0,0");
        line("unlisted", 1, ",web,card", 4, "1,0,0,0,0,0,0");
        line("unlisted", 2, "toys,web,card", 1, "1,0,0,0,0,0,0");
        // What is given back is no preference.
        line("given back", 1, "books,web,card", 1, "9,0,0,0,0,0,0");
        refund("given back", 1, "1", "toys,app,cash", "1");
        refund("given back", 1, "2", "toys,app,cash", "1");
    }

    private static void bands() {
        for (var days : List.of(0, 7, 8, 30, 31, 90, 91, 180, 181)) {
            book(days + " days ago", "sale", 1, "1", TODAY.minusDays(days), "toys,web,card", 1, "1,0,0,0,0,0,0,2");
        }
        for (var orders : List.of(1, 2, 3, 4, 6, 7, 12, 13)) {
            for (var number = 1; number <= orders; number++) {
                line(orders + " orders", number, "toys,web,card", 1, "1,0,0,0,0,0,0");
            }
        }
        for (var dollars : List.of("49.99", "50.00", "199.99", "200.00", "499.99", "500.00", "999.99", "1000.00")) {
            book(dollars + " dollars", "sale", 1, "1", TODAY, "toys,web,card", 1, dollars + ",0,0,0,0,0,0,1");
        }
    }

    private static void amounts() {
        // Line by line, half a cent would be nothing twice.
        line("two lines", 1, "toys,web,card", 1, "0.01,0,0,0,0,0,0");
        line("two lines", 1, "toys,web,card", 1, "0.01,0,0,0,0,0,0");
        line("two orders", 1, "toys,web,card", 1, "0.01,0,0,0,0,0,0");
        line("two orders", 2, "toys,web,card", 1, "0.01,0,0,0,0,0,0");
        line("parts", 1, "toys,web,card", 1, "100.02,0.01,4.03,0,6.05,8.07,10.0050");
        refund("parts", 1, "1", "toys,web,card", "0.03");
        line("costless", 1, "toys,web,card", 1, "8,0,0,0,0,0,1");
        line("costless", 2, "toys,web,card", 1, "8,0,0,0,0,0,");
        book("rateless", "sale", 1, "1", TODAY, "toys,web,card", 1, "8,0,0,0,0,0,1,");
        line("two currencies", 1, "toys,web,card", 1, "8,0,0,0,0,0,1");
        refund("two currencies", 1, "1", "toys,web,card", "");
        for (var order = 1; order <= 32; order++) {
            line("one of 32", order, "toys,web,card", 1, "1,0,0,0,0,0,0");
            line("three of 32", order, "toys,web,card", 1, "1,0,0,0,0,0,0");
        }
        // Twice of the same order.
        refund("one of 32", 1, "1", "toys,web,card", "1");
        refund("one of 32", 1, "2", "toys,web,card", "1");
        refund("three of 32", 1, "1", "toys,web,card", "1");
        refund("three of 32", 2, "2", "toys,web,card", "1");
        refund("three of 32", 3, "3", "toys,web,card", "1");
        line("down", 1, "toys,web,card", 1, "0.50,0,0,0,0,0,0");
        line("down", 2, "toys,web,card", 1, "0,0,0,0,0,0,0");
        line("up", 1, "toys,web,card", 1, "1.50,0,0,0,0,0,0");
        line("up", 2, "toys,web,card", 1, "0,0,0,0,0,0,0");
        // An order that is gone takes its customer with it.
        BOOKINGS.add(",refund,99,R-99,2026-06-01,unassigned,,,0,0,0,0,5,0,0,0,2");
        customer("of the gone order");
        BOOKINGS.add("4711,sale,1,1,2026-06-01,toys,web,card,1,5,0,0,0,0,0,0,2");
    }

    private static void people() {
        CONTACTS.add(customer("two contacts") + ",true,true,1");
        CONTACTS.add(customer("two contacts") + ",false,true,2");
        CONTACTS.add(customer("one contact") + ",true,false,0");
        CONTACTS.add(",true,true,7");
        customer("seen");
        customer("nobody");
    }

    private static void line(String story, int order, String kept, int quantity, String amounts) {
        book(story, "sale", order, String.valueOf(order), TODAY, kept, quantity, amounts + ",2");
    }

    private static void refund(String story, int order, String number, String kept, String amount) {
        book(story, "refund", order, "R-" + number, TODAY, kept, 0, "0,0,0," + amount + ",0,0,0,2");
    }

    /**
     * @param kept category, channel and method
     * @param amounts gross, discounts, shipping, refunds, delivery, fees, cost in dollars and the rate
     */
    private static void book(
            String story,
            String entry,
            int order,
            String entryId,
            LocalDate day,
            String kept,
            int quantity,
            String amounts) {
        BOOKINGS.add("%d,%s,%d,%s,%s,%s,%d,%s"
                .formatted(customer(story), entry, order, entryId, day, kept, quantity, amounts));
    }

    private static int customer(String story) {
        return CUSTOMERS.computeIfAbsent(story, first -> CUSTOMERS.size() + 1);
    }

    private static String of(String story, String... columns) {
        var row = rows.stream()
                .filter(customer -> customer.getAs("city").equals(story))
                .reduce((one, other) -> {
                    throw new IllegalStateException("two rows of " + story);
                })
                .orElseThrow();
        return Stream.of(columns)
                .map(column -> String.valueOf(row.<Object>getAs(column)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyCustomerOfTheListHasARowAndNobodyElse() {
        assertThat(rows)
                .extracting(row -> row.<String>getAs("city"))
                .containsExactlyInAnyOrderElementsOf(CUSTOMERS.keySet());
    }

    @Test
    void whoNeverBoughtHasNeitherDaysNorScores() {
        assertThat(of("nobody", "orders", "units", "net_sales_usd", "margin_usd", "refunds_usd", "open_tickets"))
                .isEqualTo("0 0 0.00 0.00 0.00 0");
        assertThat(of("nobody", "first_order_day", "last_order_day", "refund_rate", "average_order_value_usd"))
                .isEqualTo("null null null null");
        assertThat(of("nobody", "preferred_category", "preferred_method", "preferred_channel", "last_seen_at"))
                .isEqualTo("null null null null");
        assertThat(of("nobody", "recency_score", "frequency_score", "value_score", "is_active"))
                .isEqualTo("null null null false");
    }

    @Test
    void ofEqualPreferencesTheFirstByNameIsTold() {
        assertThat(of("even", "preferred_category", "preferred_method", "preferred_channel"))
                .isEqualTo("books card app");
    }

    @Test
    void aCategoryIsPreferredByUnitsMethodAndChannelByOrders() {
        assertThat(of("most", "preferred_category", "preferred_method", "preferred_channel"))
                .isEqualTo("books cash app");
    }

    @Test
    void anOrderWithoutAChannelPrefersNone() {
        assertThat(of("once unnamed", "preferred_channel")).isEqualTo("web");
        assertThat(of("unnamed", "preferred_channel")).isEqualTo("null");
    }

    @Test
    void aProductWithoutACategoryPrefersNone() {
        assertThat(of("unlisted", "preferred_category", "units")).isEqualTo("toys 5");
    }

    @Test
    void whatIsGivenBackIsNoPreferenceAndNoOrder() {
        assertThat(of("given back", "preferred_category", "preferred_method", "preferred_channel", "orders", "units"))
                .isEqualTo("books card web 1 1");
    }

    @Test
    void aRefundOfAnOrderThatIsGoneIsNobodys() {
        assertThat(of("of the gone order", "orders", "refunds_usd", "margin_usd", "refund_rate"))
                .isEqualTo("0 0.00 0.00 null");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5 true",
        "7, 5 true",
        "8, 4 true",
        "30, 4 true",
        "31, 3 true",
        "90, 3 true",
        "91, 2 false",
        "180, 2 false",
        "181, 1 false"
    })
    void recencyIsCountedInDaysToTheNewestOrderOfAll(int days, String scores) {
        assertThat(of(days + " days ago", "recency_score", "is_active")).isEqualTo(scores);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "6, 3", "7, 4", "12, 4", "13, 5"})
    void frequencyIsCountedInOrders(int orders, String score) {
        assertThat(of(orders + " orders", "orders", "frequency_score")).isEqualTo(orders + " " + score);
    }

    @ParameterizedTest
    @CsvSource({"49.99, 1", "50.00, 2", "199.99, 2", "200.00, 3", "499.99, 3", "500.00, 4", "999.99, 4", "1000.00, 5"})
    void valueIsCountedInDollars(String dollars, String score) {
        assertThat(of(dollars + " dollars", "net_sales_usd", "value_score")).isEqualTo(dollars + " " + score);
    }

    @Test
    void anOrderBecomesDollarsAndIsRoundedOnceAsAWhole() {
        assertThat(of("two lines", "net_sales_usd")).isEqualTo("0.01");
        assertThat(of("two orders", "net_sales_usd")).isEqualTo("0.00");
    }

    /** 50.005 + 2.015 - 10.005 - 3.025 - 4.035 - 0.015, each of them rounded half-even. */
    @Test
    void aMarginIsMadeOfRoundedParts() {
        assertThat(of("parts", "net_sales_usd", "margin_usd", "refunds_usd")).isEqualTo("50.00 34.94 0.02");
    }

    /** A rule holds the mart then. */
    @Test
    void whatIsNotKnownOfOneOrderIsNotKnownOfTheSum() {
        assertThat(of("costless", "net_sales_usd", "margin_usd", "refunds_usd")).isEqualTo("8.00 null 0.00");
        assertThat(of("rateless", "net_sales_usd", "margin_usd", "value_score")).isEqualTo("null null null");
        assertThat(of("two currencies", "net_sales_usd", "margin_usd", "refunds_usd"))
                .isEqualTo("4.00 null null");
    }

    @Test
    void sharesAndAveragesAreRoundedHalfEven() {
        assertThat(of("one of 32", "refund_rate")).isEqualTo("0.0312");
        assertThat(of("three of 32", "refund_rate")).isEqualTo("0.0938");
        assertThat(of("down", "average_order_value_usd")).isEqualTo("0.12");
        assertThat(of("up", "average_order_value_usd")).isEqualTo("0.38");
    }

    @Test
    void allContactsOfACustomerMustAgree() {
        assertThat(of("two contacts", "consent_email", "consent_phone", "open_tickets"))
                .isEqualTo("false true 3");
        assertThat(of("one contact", "consent_email", "consent_phone", "open_tickets"))
                .isEqualTo("true false 0");
        assertThat(of("nobody", "consent_email", "consent_phone", "open_tickets"))
                .isEqualTo("null null 0");
    }

    @Test
    void theNewestClickIsToldAndNoOrder() {
        assertThat(of("seen", "last_seen_at", "orders")).isEqualTo("2026-06-01 10:00:00.0 0");
    }
}
