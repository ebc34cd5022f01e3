package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirtTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final int DAYS = 9;

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({"SOME,700", "SOME,3", "HEAVY,700", "HEAVY,12"})
    void countsWhatIsInTheFilesOfChangeCapture(Dirt level, int orders) {
        Map<String, Long> counts = landed(level, orders);

        assertThat(changeDirt("shop/orders", 10)).isEqualTo(only(counts, "shop/orders", "unknown_currency"));
        assertThat(changeDirt("shop/order_lines", 8)).isEqualTo(only(counts, "shop/order_lines", "unknown_currency"));
    }

    @ParameterizedTest
    @CsvSource({"SOME,700", "HEAVY,60"})
    void countsTheRowsOfTheUnknownCurrency(Dirt level, int orders) {
        Map<String, Long> counts = landed(level, orders);

        Set<String> ids = new HashSet<>();
        long rows = rows("shop/orders")
                .filter(row -> row.contains(",XXX,") && ids.add(row))
                .count();
        long payments = rows("gateway/payments")
                .filter(row -> row.contains("\"XXX\""))
                .distinct()
                .count();
        long lines = rows("shop/order_lines")
                .filter(row -> row.matches("(I,.*\\d{35},)?\\d+9\\d{6},[12],.*"))
                .count();

        assertThat(rows).isPositive().isEqualTo(counts.get("shop/orders,unknown_currency"));
        assertThat(payments).isPositive().isEqualTo(counts.get("gateway/payments,unknown_currency"));
        assertThat(lines).isPositive().isEqualTo(counts.get("shop/order_lines,unknown_currency"));
    }

    @ParameterizedTest
    @CsvSource({"SOME,700", "HEAVY,60"})
    void countsWhatIsInThePaymentFiles(Dirt level, int orders) {
        Map<String, Long> counts = landed(level, orders);
        Map<String, Long> found = new TreeMap<>();
        Set<String> contents = new HashSet<>();
        List<String> copies = new ArrayList<>();
        for (Path file : new LandedFiles(root).of("gateway/payments")) {
            List<String> lines = LandedFiles.lines(file);
            boolean again =
                    file.toString().contains("-again") || file.toString().contains("-of-");
            if (again) {
                add(found, "redelivered_file", lines.size());
                copies.add(LandedFiles.text(file));
            } else {
                contents.add(LandedFiles.text(file));
                add(found, "duplicate_in_file", lines.size() - Set.copyOf(lines).size());
            }
            add(
                    found,
                    "cut_off",
                    lines.stream().filter(line -> !line.endsWith("}")).count());
            add(
                    found,
                    "wrong_type",
                    lines.stream().filter(line -> line.contains("\"n/a\"")).count());
        }

        assertThat(found).isEqualTo(only(counts, "gateway/payments", "unknown_currency"));
        assertThat(copies).isNotEmpty().allMatch(contents::contains);
    }

    @Test
    void lateChangesArriveEvenAfterADelete() {
        landed(Dirt.SOME, 700);
        Map<String, String> deleted = new HashMap<>();
        int afterDelete = 0;
        for (Path file : new LandedFiles(root).of("shop/orders")) {
            for (String row : LandedFiles.lines(file)) {
                String[] fields = row.split(",", -1);
                if (row.startsWith("U,") && deleted.containsKey(fields[3])) {
                    assertThat(fields[2]).isLessThan(deleted.get(fields[3]));
                    afterDelete++;
                }
                if (row.startsWith("D,")) {
                    deleted.put(fields[3], fields[2]);
                }
            }
        }

        assertThat(afterDelete).isPositive();
    }

    @Test
    void aCleanShopHasNone() {
        Map<String, Long> counts = landed(Dirt.NONE, 200);

        assertThat(counts.values()).isNotEmpty().containsOnly(0L);
        assertThat(changeDirt("shop/orders", 10).values()).containsOnly(0L);
        assertThat(changeDirt("shop/order_lines", 8).values()).containsOnly(0L);
    }

    private Map<String, Long> landed(Dirt level, int orders) {
        Shop shop = new Shop(new ShopPlan(FROM, orders, 21, level));
        for (int day = 0; day < DAYS; day++) {
            shop.land(root, FROM.plusDays(day));
        }
        Map<String, Long> counts = new TreeMap<>();
        Path truth = shop.truth(root, FROM.plusDays(DAYS - 1));
        for (String row : LandedFiles.lines(truth.resolve("dirt.csv"))) {
            int comma = row.lastIndexOf(',');
            counts.put(row.substring(0, comma), Long.parseLong(row.substring(comma + 1)));
        }
        return counts;
    }

    /** Finds dirt by looking at the rows alone: their number of fields, their types, and what came before them. */
    private Map<String, Long> changeDirt(String dataset, int columns) {
        Map<String, Long> found = new TreeMap<>();
        for (DirtKind kind : List.of(
                DirtKind.DUPLICATE_IN_FILE,
                DirtKind.DUPLICATE_ACROSS_FILES,
                DirtKind.OUT_OF_ORDER,
                DirtKind.TOO_FEW_FIELDS,
                DirtKind.TOO_MANY_FIELDS,
                DirtKind.WRONG_TYPE)) {
            found.put(kind.text(), 0L);
        }
        Set<String> seen = new HashSet<>();
        Map<String, String> highest = new HashMap<>();
        for (Path file : new LandedFiles(root).of(dataset)) {
            int lead = file.getFileName().toString().startsWith("LOAD") ? 0 : 3;
            Set<String> seenHere = new HashSet<>();
            for (String row : LandedFiles.lines(file)) {
                String[] fields = row.split(",", -1);
                boolean known = !seen.add(row);
                if (fields.length < columns + lead) {
                    add(found, "too_few_fields", 1);
                } else if (fields.length > columns + lead) {
                    add(found, "too_many_fields", 1);
                } else if (Arrays.asList(fields).contains("abc") || row.contains("n/a") || row.contains(",two,")) {
                    add(found, "wrong_type", 1);
                } else if (!seenHere.add(row)) {
                    add(found, "duplicate_in_file", 1);
                } else if (known) {
                    add(found, "duplicate_across_files", 1);
                } else if (lead > 0) {
                    String key = fields[3] + (columns == 8 ? "," + fields[4] : "");
                    String before = highest.merge(key, fields[2], (a, b) -> a.compareTo(b) > 0 ? a : b);
                    add(found, "out_of_order", before.equals(fields[2]) ? 0 : 1);
                }
            }
        }
        return found;
    }

    private Stream<String> rows(String dataset) {
        return new LandedFiles(root).of(dataset).stream().flatMap(file -> LandedFiles.lines(file).stream());
    }

    private static Map<String, Long> only(Map<String, Long> counts, String dataset, String but) {
        Map<String, Long> only = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (name.startsWith(dataset + ",") && !name.endsWith(but)) {
                only.put(name.substring(dataset.length() + 1), count);
            }
        });
        return only;
    }

    private static void add(Map<String, Long> counts, String kind, long rows) {
        counts.merge(kind, rows, Long::sum);
    }
}
