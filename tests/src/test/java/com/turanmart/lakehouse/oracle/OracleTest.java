package com.turanmart.lakehouse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle itself, on so few rows that a reader can do the sums. Amounts that are put in are cents. */
class OracleTest {
    private static final String ORDERS_HEADER =
            "order_id,customer_id,country,currency,status,channel,ordered_at,updated_at,discount_minor,shipping_minor";

    @TempDir
    private Path landing;

    @Test
    void theLastCentGoesToTheLargestLineAndOfEqualOnesToTheFirst() {
        try (var oracle = Oracle.of(
                rate("2026-03-02", "AED", 4),
                list("2026-03-02", 1, "books", 0),
                list("2026-03-02", 2, "games", 0),
                list("2026-03-02", 3, "tools", 0),
                order(7, 1, "AE", "2026-03-02", 100, 50),
                line(7, 2, 1, 1, 1000),
                line(7, 1, 2, 1, 1000),
                line(7, 3, 3, 1, 1000),
                order(8, 1, "AE", "2026-03-02", 100, 0),
                line(8, 1, 1, 1, 0),
                line(8, 2, 2, 1, 0),
                paid(7, "p7"),
                paid(8, "p8"))) {
            // 100 of order 7 are 34 for line 1 and 33 for the others; worthless order 8 gives 100 to line 1.
            // Shipping of 50: 16 for each and the last two to line 1.
            assertThat(finance(oracle, "category", "discounts", "shipping_income", "net_sales"))
                    .containsExactly("books 1.33 0.16 8.67", "games 0.34 0.18 9.66", "tools 0.33 0.16 9.67");
        }
    }

    @Test
    void aSumIsRoundedOnceAndHalfGoesToTheEvenNeighbour() {
        try (var oracle = Oracle.of(
                rate("2026-03-02", "AED", 2),
                list("2026-03-02", 1, "half up to even", 50),
                list("2026-03-02", 2, "half down to even", 150),
                list("2026-03-02", 3, "no half at all", 49),
                order(1, 1, "AE", "2026-03-02", 0, 0),
                line(1, 1, 1, 1, 3),
                line(1, 2, 2, 1, 5),
                line(1, 3, 3, 1, 1),
                order(2, 1, "AE", "2026-03-02", 0, 0),
                line(2, 1, 3, 1, 1),
                paid(1, "p1"),
                paid(2, "p2"))) {
            // 3 / 2 = 1.5, 5 / 2 = 2.5, (1 + 1) / 2 = 1; cost 0.0050, 0.0150 and 2 x 0.0049 dollars.
            assertThat(finance(oracle, "category", "orders", "net_sales_usd", "cogs_usd", "cogs"))
                    .containsExactly(
                            "half down to even 1 0.02 0.02 0.03",
                            "half up to even 1 0.02 0 0.01",
                            "no half at all 2 0.01 0.01 0.02");
        }
    }

    @Test
    void theRateOfAWeekendIsThatOfFridayAndAfterSevenDaysThereIsNone() {
        try (var oracle = Oracle.of(
                rate("2026-02-27", "AED", 2),
                list("2026-02-27", 1, "books", 0),
                order(1, 1, "AE", "2026-03-01", 0, 0),
                line(1, 1, 1, 1, 800),
                order(2, 1, "AE", "2026-03-06", 0, 0),
                line(2, 1, 1, 1, 800),
                order(3, 1, "AE", "2026-03-07", 0, 0),
                line(3, 1, 1, 1, 800),
                paid(1, "p1"),
                paid(2, "p2"),
                paid(3, "p3"))) {
            assertThat(finance(oracle, "business_date", "net_sales", "net_sales_usd", "margin_usd"))
                    .containsExactly("2026-03-01 8 4 4", "2026-03-06 8 4 4", "2026-03-07 8 null null");
        }
    }

    @Test
    void aRefundIsBookedOnItsOwnDayAtItsOwnRateUnderTheCategoryOfTheOrder() {
        try (var oracle = Oracle.of(
                rate("2026-03-02", "AED", 4),
                rate("2026-03-05", "AED", 5),
                list("2026-03-02", 1, "books", 10000),
                list("2026-03-05", 1, "games", 20000),
                order(1, 1, "AE", "2026-03-02", 0, 0),
                line(1, 1, 1, 1, 2000),
                paid(1, "p1"),
                refund("r1", 1, 500, "AED", "2026-03-05"))) {
            assertThat(finance(
                            oracle,
                            "business_date",
                            "category",
                            "orders",
                            "buyers",
                            "refunds",
                            "refunds_usd",
                            "margin_usd"))
                    .containsExactly("2026-03-02 books 1 1 0 0 4", "2026-03-05 books 0 0 5 1 -1");
        }
    }

    @Test
    void aRefundOfAnOrderThatIsGoneOrNotPaidIsUnassignedInTheCountryOfItsCurrency() {
        try (var oracle = Oracle.of(
                rate("2026-03-02", "KZT", 500),
                list("2026-03-02", 1, "books", 0),
                order(2, 9, "KZ", "2026-03-02", 0, 0),
                line(2, 1, 1, 1, 1000),
                payment(2, "p2", "card", "failed", 0),
                refund("r1", 1, 100_000, "KZT", "2026-03-02"),
                refund("r2", 2, 50_000, "KZT", "2026-03-02"))) {
            assertThat(finance(oracle, "country", "category", "orders", "refunds", "refunds_usd", "cogs", "margin"))
                    .containsExactly("KZ unassigned 0 1500 3 0 -1500");
        }
    }

    @Test
    void anOrderTakesTheListOfItsDayAndPaysItsFeesAndParcels() {
        try (var oracle = Oracle.of(
                rate("2026-03-02", "AED", 4),
                list("2026-03-01", 1, "books", 10000),
                list("2026-03-03", 1, "books", 90000),
                order(1, 1, "AE", "2026-03-02", 0, 0),
                line(1, 1, 1, 3, 2000),
                payment(1, "p1", "card", "failed", 0),
                payment(1, "p2", "cash", "captured", 25),
                payment(1, "p3", "card", "captured", 75),
                parcel("d1", 1, 200),
                parcel("d2", 1, 300))) {
            // 60.00 less cost of 3 x 1 dollar at 4, less 5.00 and 1.00.
            assertThat(finance(oracle, "units", "cogs", "delivery_cost", "payment_fees", "margin", "margin_usd"))
                    .containsExactly("3 12 5 1 42 10.5");
        }
    }

    @Test
    void anAmountInAnotherCurrencyThanItsOrdersIsNotKnownNorAreItsSums() {
        try (var oracle = Oracle.of(
                rate("2026-03-02", "KZT", 500),
                list("2026-03-02", 1, "books", 0),
                order(1, 1, "KZ", "2026-03-02", 0, 0),
                line(1, 1, 1, 1, 1000),
                paid(1, "p1"),
                parcel("d1", 1, 200),
                refund("r1", 1, 100, "AED", "2026-03-02"))) {
            assertThat(finance(oracle, "net_sales", "refunds", "delivery_cost", "payment_fees", "margin"))
                    .containsExactly("10 null null null null");
        }
    }

    @Test
    void aCustomerIsTheSumOfOrdersThatAreRoundedOneByOne() {
        try (var oracle = Oracle.of(
                "INSERT INTO silver.customers VALUES (1, 'AE', 'Dubai', TRUE), (2, 'UZ', 'Bukhara', FALSE)",
                "INSERT INTO silver.crm_contacts VALUES ('a', 1, TRUE, TRUE, 2), ('b', 1, FALSE, TRUE, 1)",
                "INSERT INTO silver.click_events VALUES ('e', 1, TIMESTAMPTZ '2026-03-04 10:00:00Z'),"
                        + " ('f', 1, TIMESTAMPTZ '2026-03-03 10:00:00Z')",
                rate("2026-03-02", "AED", 2),
                list("2026-03-02", 1, "games", 0),
                list("2026-03-02", 2, "books", 0),
                order(1, 1, "AE", "2026-03-02", 0, 0),
                line(1, 1, 1, 2, 5),
                order(2, 1, "AE", "2026-03-02", 0, 1),
                line(2, 1, 2, 1, 1),
                line(2, 2, 2, 1, 2),
                order(3, 1, "AE", "2026-03-09", 0, 0),
                paid(1, "p1"),
                payment(2, "p0", "card", "captured", 0),
                refund("r1", 1, 3, "AED", "2026-03-03"),
                refund("r2", 1, 3, "AED", "2026-03-03"))) {
            // Orders: 10 / 2 = 5 and 3 / 2 = 1.5, which is 2, with shipping of 1 / 2, which is 0. Refunds: 1.5 is 2,
            // twice.
            assertThat(oracle.rows(Mart.CUSTOMER_360.table(), Mart.CUSTOMER_360.columns()))
                    .map(row -> String.join(" ", row))
                    .containsExactlyInAnyOrder(
                            "1 AE Dubai true false true 3 2026-03-02 2026-03-02 2 4 0.07 0.03 0.04 0.5 0.04 books card"
                                    + " app 5 2 1 true 2026-03-04T10:00:00Z",
                            "2 UZ Bukhara false null null 0 null null 0 0 0 0 0 null null null null null null null null"
                                    + " false null");
        }
    }

    /** Almaty too: half an hour after midnight at UTC+6 in February, half an hour before it at UTC+5 in March. */
    @Test
    void theLatestVersionOfWhatLandedWinsAndABrokenOneIsNone() throws IOException {
        land(
                "shop/orders/dt=2024-03-01/LOAD1.csv.gz",
                ORDERS_HEADER,
                "1,5,KZ,KZT,paid,web,2024-02-28 18:30:00,2024-02-28 18:30:00,0,7",
                "1,5,KZ,KZT,paid,web,2024-02-28 18:30:00,2024-02-28 18:30:00,0,7",
                "2,5,KZ,KZT,paid,,2024-03-01 18:30:00,2024-03-01 18:30:00,0,0",
                "3,5,KZ,KZT,paid,web,2024-03-01 18:30:00,2024-03-01 18:30:00,0,0",
                "4,5,KZ,XXX,paid,web,2024-03-01 18:30:00,2024-03-01 18:30:00,0,0",
                "5,5,KZ,KZT,paid,web,2024-02-30 18:30:00,2024-03-01 18:30:00,0,0",
                "6,5,KZ,KZT,paid,web,2024-03-01 18:30:00,2024-03-01 18:30:00,0");
        land(
                "shop/orders/dt=2024-03-02/a.csv.gz",
                "Op,commit_ts,change_seq," + ORDERS_HEADER,
                "D,x,100,3,,,,,,,,,",
                "U,x,99,3,5,KZ,KZT,paid,web,2024-03-01 18:30:00,2024-03-01 18:30:00,0,0",
                "U,x,9,2,5,KZ,KZT,shipped,,2024-03-01 18:30:00,2024-03-01 18:30:00,0,8",
                "U,x,10,2,5,KZ,KZT,shipped,,2024-03-01 18:30:00,2024-03-01 18:30:00,0,9",
                "U,x,11,2,5,KZ,KZT,shipped,,2024-03-01 18:30:00,2024-03-01 18:30:00,much,0",
                "X,x,12,2,5,KZ,KZT,shipped,,2024-03-01 18:30:00,2024-03-01 18:30:00,0,0");

        try (var oracle = Oracle.over(landing)) {
            assertThat(oracle.rows("silver.orders", List.of("order_id", "business_date", "shipping", "channel")))
                    .map(row -> String.join(" ", row))
                    .containsExactlyInAnyOrder("1 2024-02-29 7 web", "2 2024-03-01 9 null");
        }
    }

    @Test
    void refundsWhoseControlTotalIsWrongDoNotCount() throws IOException {
        var header = "refund_id,order_id,amount,currency,reason,booked_at";
        land(
                "backoffice/refunds/dt=2026-03-02/refunds.csv",
                header,
                "r1,1,2.50,AED,\"wrong size, late\",2026-03-02 20:30:00");
        land(
                "backoffice/refunds/dt=2026-03-02/manifest.json",
                "{\"files\":[{\"name\":\"refunds.csv\",\"rows\":1}],\"rows\":1,\"totals\":{\"amount\":\"2.5\"}}");
        land("backoffice/refunds/dt=2026-03-03/refunds.csv", header, "r2,1,2.50,AED,,2026-03-02 20:30:00");
        land(
                "backoffice/refunds/dt=2026-03-03/manifest.json",
                "{\"files\":[{\"name\":\"refunds.csv\"}],\"totals\":{\"amount\":\"2.51\"}}");
        land("backoffice/refunds/dt=2026-03-04/refunds.csv", header, "r3,1,2.50,AED,,2026-03-02 20:30:00");

        try (var oracle = Oracle.over(landing)) {
            assertThat(oracle.rows("silver.refunds", List.of("refund_id", "business_date", "amount")))
                    .containsExactly(List.of("r1", "2026-03-03", "250"));
        }
    }

    /** Silver has tests of its own; here it is enough that no row too many or too few goes into the sums. */
    @Test
    void dirtyFilesGiveAsManyRowsAsTheShopMeant() {
        var from = LocalDate.of(2026, 2, 27);
        var shop = new Shop(new ShopPlan(from, 60, 5, Dirt.HEAVY, Shop.ALL));
        from.datesUntil(from.plusDays(4)).forEach(day -> shop.land(landing, day));

        try (var oracle = Oracle.over(landing.resolve("landing"))) {
            assertThat(List.of(
                            "orders",
                            "order_lines",
                            "payments",
                            "refunds",
                            "deliveries",
                            "fx_rates",
                            "customers",
                            "crm_contacts",
                            "click_events"))
                    .allSatisfy(table -> assertThat(oracle.rows("silver." + table, List.of("COUNT(*)")))
                            .as(table)
                            .containsExactly(List.of(String.valueOf(shop.rows("silver." + table, from.plusDays(3))
                                    .size()))));
        }
    }

    @Test
    void aComparisonFindsEachKindOfDifference() {
        var mart = new Mart("gold.toy", List.of("day"), List.of("day", "amount"));

        var comparison = Comparison.of(
                mart,
                List.of(List.of("1", "5"), List.of("2", "6"), List.of("4", "7"), List.of("4", "7")),
                List.of(List.of("1", "5"), List.of("2", "9"), List.of("3", "1")));

        assertThat(comparison.rows()).isEqualTo(3);
        assertThat(comparison.differences())
                .containsExactly(
                        "gold.toy 4: twice",
                        "gold.toy 2: amount is 6, expected 9",
                        "gold.toy 3: missing",
                        "gold.toy 4: not expected");
    }

    private static List<String> finance(Oracle oracle, String... columns) {
        return oracle.rows(Mart.FINANCE_DAILY.table(), List.of(columns)).stream()
                .map(row -> String.join(" ", row))
                .sorted()
                .toList();
    }

    private static String rate(String day, String currency, int unitsPerUsd) {
        return "INSERT INTO silver.fx_rates VALUES (DATE '" + day + "', '" + currency + "', " + unitsPerUsd + "000000)";
    }

    private static String list(String day, int product, String category, int tenThousandths) {
        return "INSERT INTO silver.product_lists VALUES (DATE '" + day + "', " + product + ", '" + category + "', "
                + tenThousandths + ")";
    }

    private static String order(int order, int customer, String country, String day, int discount, int shipping) {
        var currency = country.equals("AE") ? "AED" : "KZT";
        return "INSERT INTO silver.orders VALUES (" + order + ", " + customer + ", '" + country + "', '" + currency
                + "', 'paid', 'app', " + discount + ", " + shipping + ", DATE '" + day + "')";
    }

    private static String line(int order, int line, int product, int quantity, int price) {
        return "INSERT INTO silver.order_lines VALUES (" + order + ", " + line + ", " + product + ", " + quantity + ", "
                + price + ", 0, 0)";
    }

    private static String paid(int order, String payment) {
        return payment(order, payment, "cash", "captured", 0);
    }

    private static String payment(int order, String payment, String method, String status, int fee) {
        return "INSERT INTO silver.payments VALUES ('" + payment + "', " + order + ", '" + method + "', '" + status
                + "', 0, " + fee + ", 'AED', TIMESTAMPTZ '2026-03-02 10:00:00Z')";
    }

    private static String refund(String refund, int order, int amount, String currency, String day) {
        return "INSERT INTO silver.refunds VALUES ('" + refund + "', " + order + ", " + amount + ", '" + currency
                + "', DATE '" + day + "')";
    }

    private static String parcel(String parcel, int order, int cost) {
        return "INSERT INTO silver.deliveries VALUES ('" + parcel + "', " + order + ", " + cost + ", 'AED')";
    }

    private void land(String path, String... lines) throws IOException {
        var file = landing.resolve(path);
        Files.createDirectories(file.getParent());
        var text = String.join("\n", lines) + "\n";
        try (var out = path.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
