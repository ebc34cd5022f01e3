package com.turanmart.lakehouse.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Works out what silver must hold from the landed files alone, by another road than the shop's own. */
final class SilverOracle {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ZONES =
            Map.of("UZS", "Asia/Tashkent", "KZT", "Asia/Almaty", "AED", "Asia/Dubai");
    private static final Set<String> SPELLED_YES = Set.of("yes", "Да", "1");

    private final LandedFiles landed;
    private final LocalDate asOf;
    private final Map<String, String> rows = new TreeMap<>();

    SilverOracle(Path root, LocalDate asOf) {
        this.landed = new LandedFiles(root);
        this.asOf = asOf;
    }

    List<String> rows(String table) {
        rows.clear();
        switch (table) {
            case "silver.orders" -> orders();
            case "silver.order_lines" -> orderLines();
            case "silver.payments" -> payments();
            case "silver.products" -> products();
            case "silver.fx_rates" -> rates();
            case "silver.refunds" -> refunds();
            case "silver.deliveries" -> deliveries();
            case "silver.inventory" -> inventory();
            case "silver.click_events" -> clicks();
            case "silver.crm_contacts" -> contacts();
            case "silver.vehicle_pings" -> pings();
            default -> throw new IllegalArgumentException(table);
        }
        return rows.values().stream().sorted().toList();
    }

    private void orders() {
        changes("shop/orders", 10, 1, row -> {
            if (ZONES.containsKey(row.get(3))) {
                String day = localDay(row.get(6), row.get(3));
                put(row.get(0), join(row.subList(0, 8)), minor(row.get(8)), minor(row.get(9)), day);
            }
        });
    }

    private void orderLines() {
        changes(
                "shop/order_lines",
                8,
                2,
                row -> put(
                        row.get(0) + "-" + row.get(1),
                        join(row.subList(0, 4)),
                        minor(row.get(4)),
                        minor(row.get(5)),
                        minor(row.get(6)),
                        row.get(7)));
    }

    private void changes(String dataset, int columns, int keys, Consumer<List<String>> sink) {
        Map<String, String> sequences = new TreeMap<>();
        Map<String, List<String>> latest = new TreeMap<>();
        for (Path file : delivered(dataset)) {
            int lead = file.getFileName().toString().startsWith("LOAD") ? 0 : 3;
            for (String line : LandedFiles.lines(file)) {
                List<String> fields = List.of(line.split(",", -1));
                if (fields.size() != columns + lead || line.matches(".*(abc|n/a|two).*")) {
                    continue;
                }
                List<String> row = fields.subList(lead, fields.size());
                String key = join(row.subList(0, keys));
                String sequence = lead == 0 ? "" : fields.get(2);
                if (sequence.compareTo(sequences.getOrDefault(key, "")) >= 0) {
                    sequences.put(key, sequence);
                    latest.put(key, lead > 0 && fields.get(0).equals("D") ? List.of() : row);
                }
            }
        }
        latest.values().stream().filter(row -> !row.isEmpty()).forEach(sink);
    }

    private void payments() {
        json("gateway/payments", payment -> {
            if (payment.get("amount_minor").isNumber()) {
                put(
                        text(payment, "payment_id"),
                        text(payment, "payment_id", "order_id", "method", "status"),
                        minor(text(payment, "amount_minor")),
                        minor(text(payment, "fee_minor")),
                        text(payment, "currency"),
                        utc(payment, "paid_at"),
                        localDay(utc(payment, "paid_at"), text(payment, "currency")));
            }
        });
    }

    private void products() {
        List<Path> lists = delivered("catalogue/products");
        Path last = lists.get(lists.size() - 1);
        List<String> header = List.of(LandedFiles.text(last).split("\n", 2)[0].split(",", -1));
        for (String line : LandedFiles.lines(last)) {
            List<String> row = LandedOracle.csv(line);
            if (row.size() == header.size() && !row.contains("n/a")) {
                List<String> told = new ArrayList<>();
                for (String column : List.of("product_id", "name", "category", "unit_cost_usd")) {
                    told.add(row.get(header.indexOf(column)));
                }
                put(told.get(0), join(told));
            }
        }
    }

    private void rates() {
        for (Path file : delivered("banks/fx_rates")) {
            for (String line : LandedFiles.lines(file)) {
                List<String> row = List.of(line.split(",", -1));
                if (row.size() == 4 && !row.get(2).equals("n/a")) {
                    String told = join(row);
                    rows.merge(row.get(0) + row.get(1), told, (a, b) -> last(a).compareTo(last(b)) > 0 ? a : b);
                }
            }
        }
    }

    private void refunds() {
        for (Path file : delivered("backoffice/refunds")) {
            if (file.toString().endsWith(".csv")) {
                for (String line : LandedFiles.lines(file)) {
                    List<String> row = LandedOracle.csv(line);
                    if (!row.get(5).contains("-02-31")) {
                        put(row.get(0), join(row), localDay(row.get(5), row.get(3)));
                    }
                }
            }
        }
    }

    private void deliveries() {
        Map<String, JsonNode> latest = new TreeMap<>();
        json("courier/deliveries", event -> {
            JsonNode image = event.get("after").isNull() ? event.get("before") : event.get("after");
            if (!text(image, "cost").equals("n/a")) {
                latest.merge(text(image, "delivery_id"), event, (a, b) -> lsn(a) > lsn(b) ? a : b);
            }
        });
        latest.forEach((key, event) -> {
            JsonNode image = event.get("after");
            if (!image.isNull()) {
                put(
                        key,
                        text(image, "delivery_id", "order_id", "courier", "status"),
                        utc(image, "promised_at"),
                        utc(image, "delivered_at"),
                        text(image, "cost", "currency", "vehicle_id"),
                        utc(image, "updated_at"));
            }
        });
    }

    private static long lsn(JsonNode event) {
        return event.get("source").get("lsn").longValue();
    }

    private void inventory() {
        for (Path file : delivered("partners/inventory")) {
            for (JsonNode item : parsed(LandedFiles.text(file))) {
                boolean clockRuns = text(item, "taken_at").compareTo("2000") > 0;
                if (item.get("on_hand").isNumber() && item.get("on_hand").intValue() >= 0 && clockRuns) {
                    String key = text(item, "warehouse", "product_id") + utc(item, "taken_at");
                    put(
                            key,
                            text(item, "partner", "warehouse", "product_id"),
                            utc(item, "taken_at"),
                            text(item, "on_hand", "reserved"));
                }
            }
        }
    }

    private void clicks() {
        json("app/click_events", click -> {
            if (!text(click, "occurred_at").equals("yesterday")) {
                put(
                        text(click, "event_id"),
                        text(click, "event_id", "session_id", "customer_id", "event", "country", "product_id"),
                        utc(click, "occurred_at"));
            }
        });
    }

    private void pings() {
        json("fleet/vehicle_pings", ping -> {
            boolean possible = ping.get("speed_kmh").isNumber()
                    && ping.get("speed_kmh").doubleValue() < 300
                    && ping.get("engine_c").doubleValue() > -60
                    && ping.get("lat").doubleValue() <= 90;
            if (possible && text(ping, "pinged_at").compareTo("2020") > 0) {
                put(
                        text(ping, "vehicle_id", "pinged_at"),
                        text(ping, "vehicle_id"),
                        utc(ping, "pinged_at"),
                        text(ping, "speed_kmh", "engine_c"),
                        degrees(ping, "lat"),
                        degrees(ping, "lon"));
            }
        });
    }

    private static String degrees(JsonNode ping, String field) {
        return new BigDecimal(text(ping, field)).setScale(5).toPlainString();
    }

    private void contacts() {
        List<Path> exports = delivered("crm/contacts");
        for (List<String> row : records(exports.get(exports.size() - 1))) {
            if (row.size() == 12 && !row.get(7).equals("maybe")) {
                put(
                        row.get(0),
                        row.get(0),
                        row.get(1),
                        row.get(5),
                        row.get(6),
                        Boolean.toString(SPELLED_YES.contains(row.get(7))),
                        Boolean.toString(SPELLED_YES.contains(row.get(8))),
                        row.get(9),
                        row.get(10));
            }
        }
    }

    /** The records of an export without its header; a note may go over two lines. */
    static List<List<String>> records(Path file) {
        List<List<String>> records = new ArrayList<>();
        StringBuilder record = new StringBuilder();
        for (String line : decoded(LandedFiles.bytes(file))
                .replace(',', '~')
                .replace(';', ',')
                .lines()
                .skip(1)
                .toList()) {
            record.append(line);
            if (record.chars().filter(character -> character == '"').count() % 2 == 0) {
                records.add(LandedOracle.csv(record.toString()));
                record.setLength(0);
            }
        }
        return records;
    }

    static String decoded(byte[] bytes) {
        if (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        return bytes[0] == (byte) 0xEF
                ? new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8)
                : new String(bytes, Charset.forName("windows-1251"));
    }

    private void json(String dataset, Consumer<JsonNode> sink) {
        for (Path file : delivered(dataset)) {
            for (String line : LandedFiles.lines(file)) {
                if (line.endsWith("}") && isWhole(line)) {
                    sink.accept(parsed(line));
                }
            }
        }
    }

    private static boolean isWhole(String line) {
        try {
            JSON.readTree(line);
            return true;
        } catch (JsonProcessingException cutOff) {
            return false;
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(text, impossible);
        }
    }

    private List<Path> delivered(String dataset) {
        return landed.of(dataset).stream()
                .filter(file -> file.getParent().getFileName().toString().compareTo("dt=" + asOf) <= 0)
                .toList();
    }

    private void put(String key, String... values) {
        rows.put(key, String.join("|", values));
    }

    private static String join(List<String> values) {
        return String.join("|", values);
    }

    private static String last(String row) {
        return row.substring(row.lastIndexOf('|'));
    }

    private static String minor(String amount) {
        return new BigDecimal(amount).movePointLeft(2).setScale(2).toPlainString();
    }

    private static String text(JsonNode node, String... fields) {
        List<String> values = new ArrayList<>();
        for (String field : fields) {
            values.add(node.hasNonNull(field) ? node.get(field).asText() : "");
        }
        return join(values);
    }

    private static String utc(JsonNode node, String field) {
        return text(node, field).replace('T', ' ').replace("Z", "");
    }

    private static String localDay(String utc, String currency) {
        return LocalDateTime.parse(utc.replace(' ', 'T'))
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(ZoneId.of(ZONES.getOrDefault(currency, "UTC")))
                .toLocalDate()
                .toString();
    }
}
