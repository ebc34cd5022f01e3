package com.turanmart.lakehouse.oracle;

import static com.turanmart.lakehouse.oracle.SilverRow.line;
import static com.turanmart.lakehouse.oracle.SilverRow.list;
import static com.turanmart.lakehouse.oracle.SilverRow.order;
import static com.turanmart.lakehouse.oracle.SilverRow.paid;
import static com.turanmart.lakehouse.oracle.SilverRow.parcel;
import static com.turanmart.lakehouse.oracle.SilverRow.payment;
import static com.turanmart.lakehouse.oracle.SilverRow.rate;
import static com.turanmart.lakehouse.oracle.SilverRow.refund;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The marts of the oracle, on so few rows that a reader can do the sums. Amounts that are put in are cents. */
class OracleTest {
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
    void aPaidOrderWithoutLinesIsInNoRow() {
        try (var oracle = Oracle.of(
                rate("2026-03-02", "AED", 4),
                list("2026-03-02", 1, "books", 0),
                order(1, 1, "AE", "2026-03-02", 0, 100),
                paid(1, "p1"))) {
            assertThat(finance(oracle, "orders", "shipping_income")).isEmpty();
        }
    }

    @Test
    void aProductThatTheListDoesNotHaveLeavesNeitherCategoryNorMargin() {
        try (var oracle = Oracle.of(
                rate("2026-03-02", "AED", 4),
                list("2026-03-02", 1, "books", 0),
                order(1, 1, "AE", "2026-03-02", 0, 0),
                line(1, 1, 2, 1, 1000),
                paid(1, "p1"))) {
            assertThat(finance(oracle, "category", "orders", "gross_sales", "cogs", "margin", "margin_usd"))
                    .containsExactly("null 1 10 null null null");
        }
    }

    @Test
    void ofEqualPreferencesTheOneOfTheLesserCodePointIsTold() {
        try (var oracle = Oracle.of(
                "INSERT INTO silver.customers VALUES (1, 'AE', 'Dubai', TRUE)",
                rate("2026-03-02", "AED", 4),
                list("2026-03-02", 1, "alpha", 0),
                list("2026-03-02", 2, "Zeta", 0),
                order(1, 1, "AE", "2026-03-02", 0, 0),
                line(1, 1, 1, 1, 100),
                line(1, 2, 2, 1, 100),
                paid(1, "p1"))) {
            assertThat(oracle.rows(Mart.CUSTOMER_360.table(), List.of("preferred_category")))
                    .containsExactly(List.of("Zeta"));
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

    private static List<String> finance(Oracle oracle, String... columns) {
        return oracle.rows(Mart.FINANCE_DAILY.table(), List.of(columns)).stream()
                .map(row -> String.join(" ", row))
                .sorted()
                .toList();
    }
}
