package com.turanmart.lakehouse.gold;

import java.time.LocalDate;

/** Rows of silver tables as SQL that makes them up: the same ids and salt give the same rows, another salt others. */
record MadeUp(String ids, int salt) {

    static MadeUp range(long from, long to, int salt) {
        return new MadeUp("range(" + from + ", " + to + ")", salt);
    }

    String customers() {
        return "SELECT id AS customer_id, " + oneOf(1, "UZ", "KZ", "AE") + " AS country, "
                + oneOf(2, "north", "south", "east", "west") + " AS city, " + die(3, 4) + " > 0 AS consent FROM " + ids;
    }

    /** Contacts of every fifth customer are two. */
    String contacts() {
        return "SELECT CONCAT('c-', id) AS contact_id, id - IF(id % 5 = 0, 1, 0) AS customer_id, " + die(4, 3)
                + " > 0 AS consent_email, " + die(5, 2) + " > 0 AS consent_phone, " + die(6, 3)
                + " AS open_tickets FROM " + ids;
    }

    String clicks(long customers, LocalDate first, int days) {
        return "SELECT CONCAT('e-', id) AS event_id, IF(id % 4 = 0, NULL, 1L + " + die(7, customers)
                + ") AS customer_id, TIMESTAMP '" + first + " 12:00:00' + MAKE_INTERVAL(0, 0, 0, " + die(8, days)
                + ", 0, 0, id % 3600) AS occurred_at FROM " + ids;
    }

    String orders(LocalDate day) {
        return "SELECT id AS order_id, DATE '" + day + "' AS business_date FROM " + ids;
    }

    /** A line of an order each; every eighth is the refund of the order before. */
    String bookings(long customers, LocalDate first, int days) {
        return "SELECT DATE '" + first + "' + " + die(9, days) + " AS business_date,"
                + " IF(is_refund, 'refund', 'sale') AS entry, CONCAT(IF(is_refund, 'R-', ''), id) AS entry_id, 1 AS line_no,"
                + " order_id, 1L + CAST(PMOD(HASH(order_id, " + salt + "), " + customers + ") AS INT) AS customer_id, "
                + oneOf(10, "books", "home", "toys") + " AS category, NULLIF(" + oneOf(11, "app", "web", "")
                + ", '') AS channel, " + oneOf(12, "card", "cash") + " AS method, IF(is_refund, 0, 1 + " + die(13, 3)
                + ") AS quantity, " + money("NOT is_refund", 14, 30_000) + " AS gross_sales, "
                + money("NOT is_refund", 15, 100) + " AS discounts, " + money("NOT is_refund", 16, 500)
                + " AS shipping_income, " + money("is_refund", 17, 5_000) + " AS refunds, "
                + money("NOT is_refund", 18, 700) + " AS delivery_cost, " + money("NOT is_refund", 19, 90)
                + " AS payment_fees, CAST(IF(is_refund, 0, " + die(20, 90_000)
                + " * 0.0001) AS DECIMAL(18, 4)) AS cost_usd, CAST(3.6725 AS DECIMAL(18, 6)) AS units_per_usd"
                + " FROM (SELECT id, id % 8 = 0 AS is_refund, id - IF(id % 8 = 0, 1, 0) AS order_id FROM " + ids + ")";
    }

    /** Some of these rows that go, and the others as they are to be. */
    String some(String rows, String key) {
        return "SELECT *, PMOD(HASH(" + key + ", " + salt + "), 4) = 0 AS gone FROM (" + rows + ")";
    }

    private String money(String when, int number, int belowCents) {
        return "CAST(IF(" + when + ", " + die(number, belowCents) + " * 0.01, 0) AS DECIMAL(18, 2))";
    }

    private String oneOf(int number, String... words) {
        return "ELEMENT_AT(ARRAY('" + String.join("', '", words) + "'), 1 + " + die(number, words.length) + ")";
    }

    private String die(int number, long below) {
        return "CAST(PMOD(HASH(id, " + salt + ", " + number + "), " + below + ") AS INT)";
    }
}
