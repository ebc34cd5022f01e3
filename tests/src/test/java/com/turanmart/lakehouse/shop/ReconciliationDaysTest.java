package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationDaysTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final List<String> PARTS = List.of(
            "timing",
            "payment_without_order",
            "order_without_payment",
            "unpaid",
            "overpaid",
            "changed_after_payment",
            "unexplained");

    @TempDir
    private static Path root;

    private static List<Map<String, String>> rows;

    @BeforeAll
    static void tell() {
        Path truth = new Shop(new ShopPlan(FROM, 500, 11, Dirt.HEAVY)).truth(root, FROM.plusDays(9));
        List<String> lines = LandedFiles.text(truth.resolve("finance_reconciliation.csv"))
                .lines()
                .toList();
        List<String> columns = List.of(lines.get(0).split(",", -1));
        rows = lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    Map<String, String> row = new HashMap<>();
                    columns.forEach(column -> row.put(column, cells[columns.indexOf(column)]));
                    return row;
                })
                .toList();
    }

    @Test
    void itsPartsMakeEveryDifference() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(amount(row, "difference"))
                        .isEqualByComparingTo(
                                PARTS.stream().map(part -> amount(row, part)).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(amount(row, "captured").subtract(amount(row, "order_value"))));
    }

    @Test
    void overAllDaysNothingIsLeftToTiming() {
        assertThat(rows).anySatisfy(row -> assertThat(amount(row, "timing")).isNotZero());
        assertThat(Stream.of("UZ", "KZ", "AE"))
                .allSatisfy(country -> assertThat(rows.stream()
                                .filter(row -> country.equals(row.get("country")))
                                .map(row -> amount(row, "timing"))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isZero());
    }

    /** And refunds of orders that are gone. */
    @Test
    void inTenDaysEveryKindIsThereThatThisShopHas() {
        for (String part : List.of("payment_without_order", "unpaid", "changed_after_payment", "refunds")) {
            assertThat(rows)
                    .as(part)
                    .anySatisfy(row -> assertThat(amount(row, part)).isNotZero());
        }
        assertThat(rows).anySatisfy(row -> assertThat(row).containsEntry("method", "none"));
    }

    private static BigDecimal amount(Map<String, String> row, String column) {
        return new BigDecimal(row.getOrDefault(column, ""));
    }
}
