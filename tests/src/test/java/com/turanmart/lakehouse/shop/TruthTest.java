package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TruthTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");

    @TempDir
    private Path root;

    @ParameterizedTest
    @EnumSource(Dirt.class)
    void saysWhatTheLandedFilesSayOnEveryDay(Dirt dirt) {
        Shop shop = new Shop(new ShopPlan(FROM, 150, 11, dirt));
        land(shop, 11);

        for (int days = 0; days < 11; days++) {
            LocalDate asOf = FROM.plusDays(days);
            assertThat(finance(shop, asOf))
                    .as("as of %s", asOf)
                    .isNotEmpty()
                    .isEqualTo(new LandedOracle(root, asOf).financeDaily());
        }
    }

    @Test
    void isTheSameWhateverItWasAskedBefore() {
        ShopPlan plan = new ShopPlan(FROM, 40, 12, Dirt.SOME);
        Shop asked = new Shop(plan);
        for (int days = 0; days < 14; days++) {
            asked.truth(root, FROM.plusDays(days));
        }

        List<String> remembered = finance(asked, FROM.plusDays(9));

        assertThat(remembered).isEqualTo(finance(new Shop(plan), FROM.plusDays(9)));
    }

    @Test
    void aFaultShowsUntilItIsCorrected() {
        Shop shop = new Shop(new ShopPlan(FROM, 150, 13, Dirt.SOME));
        LocalDate day = FROM.plusDays(1);
        land(shop, 5);
        List<String> truth = finance(shop, FROM.plusDays(4));

        int wrong = shop.landFault(root, day);
        List<String> withFault = new LandedOracle(root, FROM.plusDays(4)).financeDaily();
        int right = shop.landCorrection(root, day);

        assertThat(wrong).isEqualTo(37).isEqualTo(right);
        assertThat(withFault).isNotEqualTo(truth);
        assertThat(new LandedOracle(root, FROM.plusDays(4)).financeDaily()).isEqualTo(truth);
    }

    @Test
    void aFaultOfTheFirstDayOutdoesTheLoad() {
        Shop shop = new Shop(new ShopPlan(FROM, 20, 14, Dirt.NONE));
        land(shop, 1);

        int wrong = shop.landFault(root, FROM);

        List<String> rows =
                LandedFiles.lines(root.resolve("landing/shop/order_lines/dt=2026-01-01/" + Lane.FAULT.file(FROM, 1)));
        assertThat(rows).hasSize(wrong).allMatch(row -> row.matches("U,.*,\\d{35},\\d+,1,\\d+,\\d+,-\\d+,.*"));
        assertThat(new LandedOracle(root, FROM).financeDaily()).isNotEqualTo(finance(shop, FROM));
    }

    private void land(Shop shop, int days) {
        for (int day = 0; day < days; day++) {
            shop.land(root, FROM.plusDays(day));
        }
    }

    private List<String> finance(Shop shop, LocalDate asOf) {
        return LandedFiles.lines(shop.truth(root, asOf).resolve("finance_daily.csv"));
    }
}
