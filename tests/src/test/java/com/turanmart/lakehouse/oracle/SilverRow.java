package com.turanmart.lakehouse.oracle;

/** Statements that put a row into silver of an {@link Oracle}, with what a case is about; amounts are cents. */
final class SilverRow {
    private SilverRow() {}

    static String rate(String day, String currency, int unitsPerUsd) {
        return "INSERT INTO silver.fx_rates VALUES (DATE '" + day + "', '" + currency + "', " + unitsPerUsd + "000000)";
    }

    static String list(String day, int product, String category, int tenThousandths) {
        return "INSERT INTO silver.product_lists VALUES (DATE '" + day + "', " + product + ", '" + category + "', "
                + tenThousandths + ")";
    }

    static String order(int order, int customer, String country, String day, int discount, int shipping) {
        var currency = country.equals("AE") ? "AED" : "KZT";
        return "INSERT INTO silver.orders VALUES (" + order + ", " + customer + ", '" + country + "', '" + currency
                + "', 'paid', 'app', " + discount + ", " + shipping + ", DATE '" + day + "')";
    }

    static String line(int order, int line, int product, int quantity, int price) {
        return "INSERT INTO silver.order_lines VALUES (" + order + ", " + line + ", " + product + ", " + quantity + ", "
                + price + ", 0, 0)";
    }

    static String paid(int order, String payment) {
        return payment(order, payment, "cash", "captured", 0);
    }

    static String payment(int order, String payment, String method, String status, int fee) {
        return "INSERT INTO silver.payments VALUES ('" + payment + "', " + order + ", '" + method + "', '" + status
                + "', 0, " + fee + ", 'AED', TIMESTAMPTZ '2026-03-02 10:00:00Z')";
    }

    static String refund(String refund, int order, int amount, String currency, String day) {
        return "INSERT INTO silver.refunds VALUES ('" + refund + "', " + order + ", " + amount + ", '" + currency
                + "', DATE '" + day + "')";
    }

    static String parcel(String parcel, int order, int cost) {
        return "INSERT INTO silver.deliveries VALUES ('" + parcel + "', " + order + ", " + cost + ", 'AED')";
    }
}
