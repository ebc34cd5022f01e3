package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts dirt by looking at what landed alone, and compares with what the shop says of it. */
class FeedDirtTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-04");
    private static final int DAYS = 5;
    private static final Set<String> OF_OTHER_TESTS = Set.of(
            "shop/orders",
            "shop/order_lines",
            "shop/customers",
            "gateway/payments",
            "catalogue/products",
            "banks/fx_rates");
    private static final Pattern PARCEL = Pattern.compile("\"delivery_id\":\"([^\"]+)\".*\"lsn\":(\\d+)");

    @TempDir
    private Path root;

    private final Map<String, Long> found = new TreeMap<>();
    private final Set<String> before = new HashSet<>();

    @ParameterizedTest
    @CsvSource({"NONE,60", "SOME,90", "HEAVY,60"})
    void isCountedRight(Dirt level, int orders) {
        Shop shop = new Shop(new ShopPlan(FROM, orders, 31, level, Shop.ALL));
        for (int day = 0; day < DAYS; day++) {
            shop.land(root, FROM.plusDays(day));
        }
        Map<String, Long> told = new TreeMap<>();
        for (String row :
                LandedFiles.lines(shop.truth(root, FROM.plusDays(DAYS - 1)).resolve("dirt.csv"))) {
            String[] fields = row.split(",", -1);
            told.put(fields[0] + "," + fields[1], Long.parseLong(fields[2]));
        }
        told.values().removeIf(count -> count == 0);
        told.keySet().removeIf(name -> OF_OTHER_TESTS.contains(name.split(",", -1)[0]));

        refunds();
        deliveries();
        inventory();
        clicks();
        pings();
        contacts();

        assertThat(found).isEqualTo(told);
        assertThat(found.isEmpty()).isEqualTo(level == Dirt.NONE);
    }

    private void refunds() {
        for (Path file : new LandedFiles(root).of("backoffice/refunds")) {
            if (file.toString().endsWith(".csv")) {
                repeats("backoffice/refunds", LandedFiles.lines(file));
                count("backoffice/refunds,wrong_type", LandedFiles.lines(file), ".*-02-31 .*");
            }
        }
    }

    private void deliveries() {
        Map<String, Long> highest = new HashMap<>();
        for (Path file : new LandedFiles(root).of("courier/deliveries")) {
            List<String> lines = LandedFiles.lines(file);
            repeats(
                    "courier/deliveries",
                    lines.stream()
                            .filter(line -> isWhole(line) && !line.contains("n/a"))
                            .toList());
            count("courier/deliveries,cut_off", lines, ".*[^}]");
            count("courier/deliveries,wrong_type", lines, ".*\"cost\":\"n/a\".*}");
            for (String line : lines) {
                Matcher parcel = PARCEL.matcher(line);
                if (isWhole(line) && !line.contains("n/a") && parcel.find()) {
                    long lsn = Long.parseLong(parcel.group(2));
                    add("courier/deliveries,out_of_order", highest.getOrDefault(parcel.group(1), 0L) > lsn ? 1 : 0);
                    highest.merge(parcel.group(1), lsn, Math::max);
                }
            }
        }
    }

    private void inventory() {
        for (Path file : new LandedFiles(root).of("partners/inventory")) {
            List<String> lines = LandedFiles.lines(file);
            String dataset = "partners/inventory,";
            add(dataset + "redelivered_file", file.toString().contains("-again") ? lines.size() : 0);
            add(dataset + "late_file", file.toString().contains("-of-") ? lines.size() : 0);
            count(dataset + "wrong_clock", lines, ".*\"taken_at\":\"1970.*");
            count(dataset + "unknown_product", lines, ".*:9000\\d\\d,.*");
            count(dataset + "impossible_value", lines, ".*\"on_hand\":-.*");
            count(dataset + "wrong_type", lines, ".*\"many\".*");
        }
    }

    private void clicks() {
        for (Path file : new LandedFiles(root).of("app/click_events")) {
            List<String> lines = LandedFiles.lines(file);
            repeats(
                    "app/click_events",
                    lines.stream().filter(line -> !line.contains("ghost")).toList());
            count("app/click_events,cut_off", lines, ".*[^}]");
            count("app/click_events,wrong_type", lines, ".*\"yesterday\".*");
        }
    }

    private void pings() {
        for (Path file : new LandedFiles(root).of("fleet/vehicle_pings")) {
            List<String> lines = LandedFiles.lines(file);
            repeats(
                    "fleet/vehicle_pings",
                    lines.stream().filter(line -> !line.contains("ghost")).toList());
            count("fleet/vehicle_pings,cut_off", lines, ".*[^}]");
            count("fleet/vehicle_pings,wrong_type", lines, ".*\"fast\".*");
            count("fleet/vehicle_pings,impossible_value", lines, ".*\"ghost\".*");
            count("fleet/vehicle_pings,wrong_clock", lines, ".*\"pinged_at\":\"199.*}");
        }
    }

    private void contacts() {
        for (Path file : new LandedFiles(root).of("crm/contacts")) {
            String dataset = "crm/contacts,";
            Set<List<String>> known = new HashSet<>();
            for (List<String> record : SilverOracle.records(file)) {
                if (record.size() != 12) {
                    add(dataset + (record.size() < 12 ? "too_few_fields" : "too_many_fields"), 1);
                } else if (record.contains("maybe")) {
                    add(dataset + "wrong_type", 1);
                } else {
                    add(dataset + "duplicate_in_file", known.add(record) ? 0 : 1);
                }
            }
        }
    }

    private void repeats(String dataset, List<String> lines) {
        Set<String> here = new HashSet<>();
        for (String line : lines) {
            if (!here.add(line)) {
                add(dataset + ",duplicate_in_file", 1);
            } else if (!before.add(line)) {
                add(dataset + ",duplicate_across_files", 1);
            }
        }
    }

    private void count(String name, List<String> lines, String pattern) {
        add(name, lines.stream().filter(line -> line.matches(pattern)).count());
    }

    private void add(String name, long count) {
        if (count > 0) {
            found.merge(name, count, Long::sum);
        }
    }

    private static boolean isWhole(String line) {
        return line.endsWith("}}") || line.matches(".*\"op\":\".\".*}");
    }
}
