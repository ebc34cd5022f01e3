package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerRowsTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final Shop SHOP = new Shop(new ShopPlan(FROM, 60, 11, Dirt.SOME, Shop.ALL));

    @TempDir
    private Path root;

    /** On the first day nobody has left the list. */
    @Test
    void unitsOfAllCustomersAreThoseOfFinance() {
        Path truth = SHOP.truth(root, FROM);

        List<String> units = cells(truth, "customer_360", "units");

        assertThat(units).isNotEmpty();
        assertThat(units.stream().mapToInt(Integer::parseInt).sum())
                .isPositive()
                .isEqualTo(cells(truth, "finance_daily", "units").stream()
                        .mapToInt(Integer::parseInt)
                        .sum());
    }

    @Test
    void afterTwoMonthsThereAreCustomersOfEveryKind() {
        Path truth = SHOP.truth(root, FROM.plusDays(60));

        assertThat(cells(truth, "customer_360", "frequency_score")).contains("5");
        assertThat(cells(truth, "customer_360", "value_score")).contains("1", "5");
        assertThat(cells(truth, "customer_360", "consent_email")).contains("", "true", "false");
        assertThat(cells(truth, "customer_360", "refund_rate"))
                .contains("0.0000")
                .anyMatch(rate -> rate.matches("0\\.[0-9]*[1-9][0-9]*"));
    }

    /** A shop that does not know its buyers tells nothing of them. */
    @Test
    void onlyAShopOfAllItsDataSetsHasTheMart() {
        assertThat(SHOP.marts()).contains("gold.customer_360");
        assertThat(new Shop(new ShopPlan(FROM, 60, 11, Dirt.SOME)).marts()).doesNotContain("gold.customer_360");
    }

    private static List<String> cells(Path truth, String mart, String column) {
        List<String> lines =
                LandedFiles.text(truth.resolve(mart + ".csv")).lines().toList();
        int place = List.of(lines.get(0).split(",", -1)).indexOf(column);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[place]).toList();
    }
}
