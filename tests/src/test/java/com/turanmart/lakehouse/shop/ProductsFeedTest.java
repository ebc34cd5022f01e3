package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductsFeedTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-02");

    private final Catalogue catalogue = new Catalogue(1);

    @TempDir
    private Path folder;

    @Test
    void theHeaderTurnsFromDayToDay() throws IOException {
        assertThat(header(FROM)).containsExactly("product_id", "name", "category", "unit_cost_usd");
        assertThat(header(FROM.plusDays(1))).containsExactly("unit_cost_usd", "product_id", "name", "category");
    }

    @Test
    void theBrandComesOnTheThirdDay() throws IOException {
        assertThat(header(FROM.plusDays(1))).doesNotContain("brand");
        assertThat(header(FROM.plusDays(2))).contains("brand");
    }

    @Test
    void namesKeepTheirCommasAndQuotes() throws IOException {
        List<String> names = LandedFiles.lines(land(FROM)).stream()
                .map(line -> LandedOracle.csv(line).get(1))
                .toList();

        assertThat(names)
                .hasSize(500)
                .contains("Kettle, steel 12", "Tea glass \"piyola\" 1", "Ковёр \"Бухара\", 2 м 10");
    }

    @Test
    void costsAndCategoriesChange() {
        assertThat(catalogue.unitCost(1, FROM)).isEqualTo(catalogue.unitCost(1, FROM.minusDays(1)));
        assertThat(FROM.datesUntil(FROM.plusDays(40))
                        .map(day -> catalogue.unitCost(1, day))
                        .distinct())
                .hasSizeBetween(3, 4);
        assertThat(FROM.datesUntil(FROM.plusDays(40))
                        .map(day -> catalogue.category(7, day))
                        .distinct())
                .hasSizeBetween(2, 3);
    }

    private List<String> header(LocalDate day) throws IOException {
        return List.of(
                LandedFiles.text(land(day)).lines().findFirst().orElseThrow().split(",", -1));
    }

    private Path land(LocalDate day) throws IOException {
        new ProductsFeed(new ShopPlan(FROM, 10, 1, Dirt.NONE), catalogue).land(day, folder);
        return folder.resolve("products.csv");
    }
}
