package com.turanmart.lakehouse.laws.fault;

import static com.turanmart.lakehouse.laws.fault.Expected.harmless;
import static com.turanmart.lakehouse.laws.fault.Expected.held;
import static com.turanmart.lakehouse.laws.fault.Expected.quarantined;
import static com.turanmart.lakehouse.laws.fault.Expected.unseen;
import static com.turanmart.lakehouse.laws.fault.Expected.waiting;
import static com.turanmart.lakehouse.laws.fault.Expected.warned;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What senders do wrong, and what must become of it. */
final class Faults {
    private static final String ORDERS = "shop/orders";
    private static final String LINES = "shop/order_lines";
    private static final String PAYMENTS = "gateway/payments";
    private static final String REFUNDS = "backoffice/refunds";
    private static final String RATES = "banks/fx_rates";
    private static final String PRODUCTS = "catalogue/products";
    private static final String CUSTOMERS = "shop/customers";
    private static final String DELIVERIES = "courier/deliveries";
    private static final String INVENTORY = "partners/inventory";
    private static final String CLICKS = "app/click_events";
    private static final String CONTACTS = "crm/contacts";
    private static final String PINGS = "fleet/vehicle_pings";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)([ T])(\\d\\d:\\d\\d:\\d\\d)");

    static final List<Fault> ALL = List.of(
            // Deliveries
            fault("payments are delivered twice", night -> night.twice(PAYMENTS), harmless()),
            fault("orders are delivered twice", night -> night.twice(ORDERS), harmless()),
            fault("parcels are delivered twice", night -> night.twice(DELIVERIES), harmless()),
            fault("clicks are delivered twice", night -> night.twice(CLICKS), harmless()),
            fault("the list of customers is there twice", night -> night.twice(CUSTOMERS), harmless()),
            fault(
                    "one of the files of payments is lost",
                    night -> night.keep(PAYMENTS, 3),
                    warned("silver.bookings", "paid_orders_have_payments")),
            fault("all orders are lost", night -> night.drop(ORDERS), waiting("bronze.shop_orders")),
            fault(
                    "no order lines but those of the day before",
                    night -> night.insteadFrom(LINES, night.day().minusDays(1)),
                    held("silver.bookings", "paid_orders_have_lines")),
            fault(
                    "no orders but those of the first day",
                    night -> night.insteadFrom(ORDERS, night.day().minusDays(23)),
                    waiting("bronze.shop_orders")),
            fault("a file of orders is cut off", night -> night.cut(ORDERS), held("bronze.shop_orders", "")),
            fault("rates are no text", night -> night.bytes(RATES, rubbish()), held("bronze.banks_fx_rates", "")),
            fault(
                    "the catalogue is empty",
                    night -> night.bytes(PRODUCTS, new byte[0]),
                    held("bronze.catalogue_products", "")),
            fault(
                    "the control total of refunds is wrong",
                    night -> night.bytes(REFUNDS, refundsOfNobody()),
                    held("bronze.backoffice_refunds", "")),

            // Rates
            fault(
                    "a rate is a hundred times too high",
                    night -> night.each(RATES, has("UZS"), "units_per_usd", times("100")),
                    held("silver.bookings", "rates_do_not_leap")),
            fault(
                    "a rate is the wrong way round",
                    night -> night.each(
                            RATES,
                            has("KZT"),
                            "units_per_usd",
                            value -> NUMBER.matcher(value).matches()
                                    ? BigDecimal.ONE
                                            .divide(new BigDecimal(value), 6, java.math.RoundingMode.HALF_EVEN)
                                            .toPlainString()
                                    : value),
                    held("silver.bookings", "rates_do_not_leap")),
            fault(
                    "a rate is zero",
                    night -> night.each(RATES, has("AED"), "units_per_usd", value -> "0"),
                    held("silver.fx_rates", "units_per_usd")),
            new Fault(
                    "there is no rate for nine days",
                    10,
                    night -> withoutLines(night, RATES, has("KZT")),
                    held("gold.finance_daily", "margin_usd")),

            // Orders and their lines
            fault(
                    "prices are below zero",
                    night -> night.each(LINES, night.orders(1, 3), "unit_price_minor", times("-1")),
                    held("silver.order_lines", "unit_price")),
            fault(
                    "quantities are below zero",
                    night -> night.each(LINES, night.orders(1, 3), "quantity", times("-1")),
                    held("silver.order_lines", "quantity")),
            fault(
                    "discounts exceed prices",
                    night -> night.each(LINES, night.orders(1, 3), "discount_minor", value -> "999999999"),
                    held("silver.bookings", "discounts_are_within_prices")),
            fault(
                    "price and discount change places",
                    night -> night.lines(
                            LINES,
                            lines -> header(
                                    lines,
                                    header -> header.replace(
                                            "unit_price_minor,discount_minor", "discount_minor,unit_price_minor"))),
                    held("silver.bookings", "discounts_are_within_prices")),
            fault(
                    "orders have no currency",
                    night -> night.each(ORDERS, "currency", value -> ""),
                    held("gold.finance_daily", "RowCount")),
            fault(
                    "one order is in another currency",
                    night -> night.each(
                            ORDERS, night.orders(1, 1), "currency", value -> value.equals("AED") ? "UZS" : "AED"),
                    held("silver.bookings", "orders_are_in_the_currency_of_their_country")),
            fault(
                    "orders and payments in so'm are said to be in dirhams",
                    night -> {
                        night.each(ORDERS, "currency", value -> value.equals("UZS") ? "AED" : value);
                        night.each(PAYMENTS, "currency", value -> value.equals("UZS") ? "AED" : value);
                    },
                    held("silver.bookings", "orders_are_in_the_currency_of_their_country")),
            fault(
                    "prices are in minor units of minor units",
                    night -> night.each(LINES, "unit_price_minor", times("100")),
                    held("gold.customer_360", "net_sales_usd")),
            fault(
                    "one price is in minor units of minor units",
                    night -> night.each(LINES, night.orders(5, 5), "unit_price_minor", times("100")),
                    unseen("finance_reconciliation says so")),
            fault(
                    "an order of a country that is none",
                    night -> night.each(ORDERS, night.orders(1, 1), "country", value -> "XX"),
                    quarantined("silver.orders", 2)),
            fault(
                    "an order is dated 40 days ahead",
                    night -> night.each(ORDERS, night.orders(2, 2), "ordered_at", hours(40 * 24)),
                    held("gold.finance_daily", "no_day_is_missing")),
            fault(
                    "an order is dated ten years ago",
                    night -> night.each(ORDERS, night.orders(2, 2), "ordered_at", hours(-3650 * 24)),
                    held("gold.finance_daily", "")),
            fault(
                    "all orders are five hours late",
                    night -> night.each(ORDERS, "ordered_at", hours(5)),
                    warned("silver.bookings", "nothing_is_paid_before_it_is_ordered")),
            fault(
                    "all orders are five hours early",
                    night -> night.each(ORDERS, "ordered_at", hours(-5)),
                    unseen("an order of the evening before looks like any other")),
            fault(
                    "the second half of the orders is missing",
                    night -> night.lines(ORDERS, lines -> lines.subList(0, lines.size() / 2)),
                    held("silver.bookings", "payments_have_orders")),

            // Payments and refunds
            fault(
                    "payments are in major units",
                    night -> night.each(
                            PAYMENTS, "amount_minor", value -> value.substring(0, Math.max(1, value.length() - 2))),
                    unseen("finance_reconciliation says so")),
            fault(
                    "a fee exceeds its payment",
                    night -> night.each(PAYMENTS, night.orders(1, 5), "fee_minor", value -> "99999999999"),
                    held("silver.bookings", "fees_are_within_payments")),
            fault(
                    "a status that is none",
                    night -> night.each(PAYMENTS, night.orders(1, 5), "status", value -> "settled"),
                    held("silver.payments", "status")),
            fault(
                    "a payment for an order that is none",
                    night -> night.again(
                            PAYMENTS, night.orders(5, 5), line -> line.replace(night.order(5), "777777777")),
                    unseen("finance_reconciliation says so")),
            fault(
                    "orders are paid by word alone",
                    night -> withoutLines(night, PAYMENTS, night.orders(4, 6)),
                    unseen("an explained part of finance_reconciliation for three days")),
            fault(
                    "a refund exceeds its order",
                    night -> night.each(REFUNDS, "amount", times("1000")),
                    warned("silver.bookings", "refunds_are_at_most_what_was_paid")),
            fault(
                    "refunds come again under other names",
                    night -> night.again(REFUNDS, line -> true, line -> "again-" + line),
                    warned("silver.bookings", "refund")),
            fault(
                    "a refund of an order that is none",
                    night -> night.again(
                            REFUNDS, first(1), line -> line.replaceFirst("^[^,]*,[^,]*", "R-unknown,777777777")),
                    warned("silver.bookings", "refunds_are_at_most_what_was_paid")),

            // The catalogue
            fault(
                    "unit costs are zero",
                    night -> night.each(PRODUCTS, "unit_cost_usd", times("0")),
                    held("silver.products", "unit_cost_usd")),
            fault(
                    "unit costs are a thousand times too high",
                    night -> night.each(PRODUCTS, "unit_cost_usd", times("1000")),
                    held("silver.products", "unit_cost_usd")),
            fault(
                    "one unit cost is a thousand times too high",
                    night -> night.each(PRODUCTS, first(1), "unit_cost_usd", times("1000")),
                    unseen("one of five hundred moves no sum")),
            fault(
                    "a category that is none",
                    night -> night.each(PRODUCTS, first(50), "category", value -> "gadgets"),
                    warned("silver.products", "category")),
            fault(
                    "a tenth of the catalogue is missing",
                    night -> night.lines(PRODUCTS, lines -> lines.subList(0, lines.size() - 50)),
                    held("gold.finance_daily", "margin_usd")),
            fault(
                    "half of the catalogue is missing",
                    night -> night.lines(PRODUCTS, lines -> lines.subList(0, lines.size() / 2)),
                    held("silver.products", "")),
            fault(
                    "a product is listed twice, at two costs",
                    night -> night.again(PRODUCTS, first(3), line -> line.replaceFirst("\\d\\.\\d{4}", "9.9999")),
                    unseen("of two rows of a list the later one wins")),

            // People
            fault(
                    "half of the customers are gone",
                    night -> night.customers(list -> list.where("customer_id % 2 = 0")),
                    held("silver.customers", "")),
            fault(
                    "the list of customers is empty",
                    night -> night.customers(list -> list.where("false")),
                    held("silver.customers", "")),
            fault(
                    "nobody has an e-mail address",
                    night -> night.customers(
                            list -> list.withColumn("email", lit(null).cast("string"))),
                    warned("silver.customers", "email")),
            fault(
                    "customers of a country that is none",
                    night -> night.customers(list -> list.withColumn("country", lit("XX"))),
                    held("silver.customers", "country")),
            fault(
                    "consent is turned round",
                    night -> night.customers(list -> list.withColumn("consent", not(col("consent")))),
                    warned("gold.customer_360", "consent")),
            fault(
                    "half of the contacts",
                    night -> night.lines(CONTACTS, lines -> lines.subList(0, lines.size() / 3)),
                    held("silver.crm_contacts", "")),

            // Parcels
            fault(
                    "a parcel's status is none",
                    night -> night.each(DELIVERIES, night.orders(1, 9), "status", value -> "lost"),
                    held("silver.deliveries", "status")),
            fault(
                    "parcels cost a thousand times as much",
                    night -> night.each(DELIVERIES, "cost", times("1000")),
                    held("silver.bookings", "parcels_cost_no_fortune")),
            fault(
                    "parcels cost less than nothing",
                    night -> night.each(DELIVERIES, first(2), "cost", times("-1")),
                    quarantined("silver.deliveries", 2)),
            fault(
                    "parcels are delivered before they were ordered",
                    night -> night.each(DELIVERIES, "delivered_at", hours(-30 * 24)),
                    warned("silver.bookings", "nothing_is_delivered_before_it_is_ordered")),
            fault(
                    "parcels are promised for a day in two months",
                    night -> night.each(DELIVERIES, "promised_at", hours(60 * 24)),
                    warned("gold.delivery_daily", "no_promise_far_ahead")),

            // Stock, the app and the fleet
            fault(
                    "stock is below zero",
                    night -> night.each(INVENTORY, "on_hand", times("-1")),
                    quarantined("silver.inventory", 568)),
            fault(
                    "a partner's clock begins in 1970",
                    night -> night.each(INVENTORY, "taken_at", value -> "1970" + value.substring(4)),
                    quarantined("silver.inventory", 621)),
            fault(
                    "stock is no number",
                    night -> night.each(INVENTORY, first(4), "on_hand", value -> "many"),
                    quarantined("silver.inventory", 4)),
            fault(
                    "a bot makes nine of ten clicks",
                    night -> night.lines(CLICKS, Faults::withABot),
                    warned("gold.funnel_daily", "events")),
            fault(
                    "clicks of 40 days ahead",
                    night -> night.each(CLICKS, first(20), "occurred_at", hours(40 * 24)),
                    warned("gold.funnel_daily", "no_day_far_ahead")),
            fault(
                    "clicks of a country that is none",
                    night -> night.each(CLICKS, first(20), "country", value -> "XX"),
                    held("gold.funnel_daily", "country")),
            fault("clicks of half a day", night -> night.keep(CLICKS, 10), warned("gold.funnel_daily", "events")),
            fault(
                    "vehicles at 900 km/h",
                    night -> night.each(PINGS, first(10), "speed_kmh", value -> "900.0"),
                    quarantined("silver.vehicle_pings", 10)),
            fault("pings of half a day", night -> night.keep(PINGS, 10), warned("gold.fleet_5min", "pings")));

    private Faults() {}

    private static Fault fault(String name, Consumer<Landed> planted, Expected expected) {
        return new Fault(name, 1, planted, expected);
    }

    private static Predicate<String> has(String text) {
        return line -> line.contains(text);
    }

    private static Predicate<String> first(int lines) {
        var left = IntStream.range(0, lines).iterator();
        return line -> {
            if (left.hasNext()) {
                left.next();
                return true;
            }
            return false;
        };
    }

    private static UnaryOperator<String> times(String factor) {
        return value -> NUMBER.matcher(value).matches()
                ? new BigDecimal(value).multiply(new BigDecimal(factor)).toPlainString()
                : value;
    }

    private static UnaryOperator<String> hours(long hours) {
        return value ->
                TIME.matcher(value).replaceAll(found -> shifted(found.group(1), found.group(2), found.group(3), hours));
    }

    private static String shifted(String date, String between, String time, long hours) {
        var shifted = LocalDateTime.parse(date + "T" + time).plusHours(hours);
        return Matcher.quoteReplacement(
                shifted.toLocalDate() + between + shifted.format(DateTimeFormatter.ISO_LOCAL_TIME));
    }

    private static void withoutLines(Landed night, String dataset, Predicate<String> gone) {
        if (!night.exists(dataset)) {
            return;
        }
        night.lines(dataset, lines -> lines.stream().filter(gone.negate()).toList());
    }

    private static List<String> header(List<String> lines, UnaryOperator<String> change) {
        var changed = new ArrayList<>(lines);
        changed.set(0, change.apply(lines.get(0)));
        return changed;
    }

    private static List<String> withABot(List<String> lines) {
        var more = new ArrayList<>(lines);
        for (var line : lines) {
            for (var number = 1; number < 10; number++) {
                more.add(line.replaceFirst("\"event_id\":\"", "\"event_id\":\"b" + number + "-")
                        .replaceFirst("\"session_id\":\"[^\"]*\"", "\"session_id\":\"bot\""));
            }
        }
        return more;
    }

    private static byte[] rubbish() {
        var bytes = new byte[4096];
        new java.util.Random(26).nextBytes(bytes);
        return bytes;
    }

    private static byte[] refundsOfNobody() {
        return "refund_id,order_id,amount,currency,reason,booked_at\n".getBytes(StandardCharsets.UTF_8);
    }
}
