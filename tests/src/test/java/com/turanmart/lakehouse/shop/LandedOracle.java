package com.turanmart.lakehouse.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Works the finance figures out from the landed files alone, slowly and by another road than the shop's own. */
final class LandedOracle {
    private static final Map<String, String> ZONES =
            Map.of("UZ", "Asia/Tashkent", "KZ", "Asia/Almaty", "AE", "Asia/Dubai");
    private static final Map<String, String> COUNTRIES = Map.of("UZS", "UZ", "KZT", "KZ", "AED", "AE");
    private static final Pattern PAYMENT = Pattern.compile(
            "\\{\"payment_id\":\"([^\"]+)\",\"order_id\":(\\d+),.*\"status\":\"captured\",.*\"fee_minor\":(\\d+),.*}");

    private final LandedFiles landed;
    private final LocalDate asOf;
    private final Map<LocalDate, Map<String, List<String>>> productsByDay = new HashMap<>();

    LandedOracle(Path root, LocalDate asOf) {
        this.landed = new LandedFiles(root);
        this.asOf = asOf;
    }

    List<String> financeDaily() {
        Map<String, List<String>> orders = latest("shop/orders", 10, 1, List.of(0, 1, 8, 9));
        Map<String, List<List<String>>> lines =
                latest("shop/order_lines", 8, 2, List.of(0, 1, 2, 3, 4, 5, 6)).values().stream()
                        .collect(Collectors.groupingBy(line -> line.get(0)));
        lines.values().forEach(LandedOracle::sort);
        Map<String, Map<String, BigDecimal>> fees = feesOfCaptured();
        orders.values().removeIf(order -> !COUNTRIES.containsKey(order.get(3)) || !fees.containsKey(order.get(0)));
        Map<String, BigDecimal> parcels = parcels();
        Map<String, Group> groups = new TreeMap<>();
        for (List<String> order : orders.values()) {
            BigDecimal fee = fees.get(order.get(0)).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal parcel = parcels.getOrDefault(order.get(0), BigDecimal.ZERO);
            addSale(order, lines.getOrDefault(order.get(0), List.of()), fee, parcel, groups);
        }
        for (List<String> refund : silver("silver.refunds")) {
            List<String> order = orders.getOrDefault(refund.get(1), List.of());
            addRefund(refund, order, order.isEmpty() ? List.of() : lines.get(refund.get(1)), groups);
        }
        return groups.entrySet().stream()
                .map(group -> group.getKey() + group.getValue().text())
                .toList();
    }

    private void addSale(
            List<String> order,
            List<List<String>> lines,
            BigDecimal fee,
            BigDecimal parcel,
            Map<String, Group> groups) {
        BigDecimal[] discounts = shares(number(order, 8), lines);
        BigDecimal[] shipping = shares(number(order, 9), lines);
        BigDecimal[] fees = shares(fee, lines);
        BigDecimal[] delivery = shares(parcel, lines);
        LocalDate day = day(order);
        for (int place = 0; place < lines.size(); place++) {
            List<String> line = lines.get(place);
            List<String> product = products(day).get(line.get(2));
            Group group = group(day, order.get(2), product.get(0), order.get(3), groups);
            group.orders.add(order.get(0));
            group.buyers.add(order.get(1));
            group.add(0, number(line, 3));
            group.add(1, value(line).movePointLeft(2));
            group.add(2, number(line, 5).add(discounts[place]).movePointLeft(2));
            group.add(3, number(line, 6).movePointLeft(2));
            group.add(4, shipping[place].movePointLeft(2));
            group.add(5, number(line, 3).multiply(new BigDecimal(product.get(1))));
            group.add(6, fees[place].movePointLeft(2));
            group.add(8, delivery[place].movePointLeft(2));
        }
    }

    private void addRefund(
            List<String> refund, List<String> order, List<List<String>> lines, Map<String, Group> groups) {
        LocalDate day = LocalDate.parse(refund.get(6));
        BigDecimal amount = number(refund, 2).movePointRight(2);
        if (order.isEmpty()) {
            String country = COUNTRIES.get(refund.get(3));
            group(day, country, "unassigned", refund.get(3), groups).add(7, amount.movePointLeft(2));
            return;
        }
        BigDecimal[] shares = shares(amount, lines);
        for (int place = 0; place < lines.size(); place++) {
            String category = products(day(order)).get(lines.get(place).get(2)).get(0);
            group(day, order.get(2), category, order.get(3), groups).add(7, shares[place].movePointLeft(2));
        }
    }

    private Group group(LocalDate day, String country, String category, String currency, Map<String, Group> groups) {
        String key = day + "," + country + "," + category + "," + currency + ",";
        return groups.computeIfAbsent(key, missing -> new Group(rate(day, currency)));
    }

    private static LocalDate day(List<String> order) {
        return LocalDateTime.parse(order.get(6).replace(' ', 'T'))
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(ZoneId.of(ZONES.get(order.get(2))))
                .toLocalDate();
    }

    /** The largest line first. */
    private static void sort(List<List<String>> lines) {
        lines.sort(Comparator.comparing(LandedOracle::value).reversed().thenComparing(line -> number(line, 1)));
    }

    /** What each of the sorted lines gets; the first one also gets what is left. */
    private static BigDecimal[] shares(BigDecimal whole, List<List<String>> lines) {
        BigDecimal gross = lines.stream().map(LandedOracle::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal[] shares = new BigDecimal[lines.size()];
        BigDecimal left = whole;
        for (int place = lines.size() - 1; place >= 0; place--) {
            BigDecimal floor = gross.signum() == 0
                    ? BigDecimal.ZERO
                    : whole.multiply(value(lines.get(place))).divide(gross, 0, RoundingMode.FLOOR);
            shares[place] = place == 0 ? left : floor;
            left = left.subtract(shares[place]);
        }
        return shares;
    }

    /** What the parcels of each order cost, in minor units. */
    private Map<String, BigDecimal> parcels() {
        Map<String, BigDecimal> costs = new HashMap<>();
        silver("silver.deliveries")
                .forEach(parcel -> costs.merge(parcel.get(1), number(parcel, 6).movePointRight(2), BigDecimal::add));
        return costs;
    }

    private List<List<String>> silver(String table) {
        return new SilverOracle(landed.root(), asOf)
                .rows(table).stream().map(row -> List.of(row.split("\\|", -1))).toList();
    }

    /** Rows by key that no later change sequence replaced or deleted; rows that cannot be read are left out. */
    private Map<String, List<String>> latest(String dataset, int columns, int keys, List<Integer> numbers) {
        Map<String, String> sequences = new HashMap<>();
        Map<String, List<String>> rows = new HashMap<>();
        for (Path file : delivered(dataset)) {
            int lead = file.getFileName().toString().startsWith("LOAD") ? 0 : 3;
            for (String line : LandedFiles.lines(file)) {
                List<String> fields = List.of(line.split(",", -1));
                if (fields.size() != columns + lead) {
                    continue;
                }
                List<String> row = fields.subList(lead, fields.size());
                String key = String.join(",", row.subList(0, keys));
                String sequence = lead == 0 ? "" : fields.get(2);
                boolean typed =
                        numbers.stream().allMatch(place -> row.get(place).matches("-?\\d+"));
                if (typed && sequence.compareTo(sequences.getOrDefault(key, "")) >= 0) {
                    sequences.put(key, sequence);
                    rows.put(key, lead > 0 && fields.get(0).equals("D") ? List.of() : row);
                }
            }
        }
        rows.values().removeIf(List::isEmpty);
        return rows;
    }

    private Map<String, Map<String, BigDecimal>> feesOfCaptured() {
        Map<String, Map<String, BigDecimal>> fees = new HashMap<>();
        for (Path file : delivered("gateway/payments")) {
            for (String line : LandedFiles.lines(file)) {
                Matcher payment = PAYMENT.matcher(line);
                if (payment.matches()) {
                    fees.computeIfAbsent(payment.group(2), missing -> new HashMap<>())
                            .put(payment.group(1), new BigDecimal(payment.group(3)));
                }
            }
        }
        return fees;
    }

    /** Category and unit cost by product. */
    private Map<String, List<String>> products(LocalDate day) {
        return productsByDay.computeIfAbsent(day, missing -> {
            Path file = landed.of("catalogue/products").stream()
                    .filter(path -> path.toString().contains("dt=" + day))
                    .findFirst()
                    .orElseThrow();
            List<String> header = csv(LandedFiles.text(file).lines().findFirst().orElseThrow());
            Map<String, List<String>> products = new HashMap<>();
            for (String line : LandedFiles.lines(file)) {
                List<String> row = csv(line);
                if (row.size() == header.size()) {
                    products.put(
                            row.get(header.indexOf("product_id")),
                            List.of(row.get(header.indexOf("category")), row.get(header.indexOf("unit_cost_usd"))));
                }
            }
            return products;
        });
    }

    private BigDecimal rate(LocalDate day, String currency) {
        return delivered("banks/fx_rates").stream()
                .flatMap(file -> LandedFiles.lines(file).stream())
                .map(line -> line.split(",", -1))
                .filter(row -> row.length == 4 && row[1].equals(currency))
                .filter(row -> row[0].compareTo(day.toString()) <= 0
                        && row[0].compareTo(day.minusDays(7).toString()) >= 0)
                .max((a, b) -> (a[0] + a[3]).compareTo(b[0] + b[3]))
                .map(row -> new BigDecimal(row[2]))
                .orElseThrow();
    }

    private List<Path> delivered(String dataset) {
        return landed.of(dataset).stream()
                .filter(file -> file.getParent().getFileName().toString().compareTo("dt=" + asOf) <= 0)
                .toList();
    }

    private static BigDecimal value(List<String> line) {
        return number(line, 3).multiply(number(line, 4));
    }

    private static BigDecimal number(List<String> row, int place) {
        return new BigDecimal(row.get(place));
    }

    static List<String> csv(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int place = 0; place < line.length(); place++) {
            char character = line.charAt(place);
            quoted ^= character == '"';
            if (character == ',' && !quoted) {
                fields.add(unquoted(field.toString()));
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(unquoted(field.toString()));
        return fields;
    }

    private static String unquoted(String field) {
        return field.startsWith("\"") ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }

    /** Sums: units, gross, discounts, tax, shipping, cost in dollars, fees, refunds, delivery. */
    private static final class Group {
        private final BigDecimal rate;
        private final Set<String> orders = new HashSet<>();
        private final Set<String> buyers = new HashSet<>();
        private final BigDecimal[] sums = new BigDecimal[9];

        Group(BigDecimal rate) {
            this.rate = rate;
            Arrays.fill(sums, BigDecimal.ZERO);
        }

        void add(int place, BigDecimal amount) {
            sums[place] = sums[place].add(amount);
        }

        String text() {
            String local = amounts(BigDecimal.ONE, sums[5].multiply(rate));
            return orders.size() + "," + sums[0] + "," + buyers.size() + local + amounts(rate, sums[5].multiply(rate));
        }

        private String amounts(BigDecimal divisor, BigDecimal cost) {
            List<BigDecimal> rounded = new ArrayList<>();
            for (BigDecimal amount : List.of(
                    sums[1], sums[2], sums[1].subtract(sums[2]), sums[3], sums[4], sums[7], cost, sums[8], sums[6])) {
                rounded.add(amount.divide(divisor, 2, RoundingMode.HALF_EVEN));
            }
            rounded.add(rounded.get(2)
                    .add(rounded.get(4))
                    .subtract(rounded.get(5))
                    .subtract(rounded.get(6))
                    .subtract(rounded.get(7))
                    .subtract(rounded.get(8)));
            return rounded.stream().map(amount -> "," + amount.toPlainString()).collect(Collectors.joining());
        }
    }
}
