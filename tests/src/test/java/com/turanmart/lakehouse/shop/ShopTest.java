package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2026-01-02");
    private static final ShopPlan PLAN = new ShopPlan(FRIDAY, 150, 42, Dirt.HEAVY, Shop.ALL);
    private static final int ORDERS_OF_A_LARGE_DAY = 40_000;

    /** Truths that benchmarks do not compare by. */
    private static final List<String> TOLD_SINCE =
            List.of("silver.csv", "delivery_daily.csv", "finance_reconciliation.csv");

    @TempDir
    private Path root;

    @Test
    void landsTheSameBytesAgainWhateverTheOrderOfTheDays() {
        LandedFiles atOnce = new LandedFiles(root.resolve("at-once"));
        LandedFiles backwards = new LandedFiles(root.resolve("backwards"));

        landDays(new Shop(PLAN), atOnce.root(), 5);
        for (int days = 4; days >= 0; days--) {
            new Shop(PLAN).land(backwards.root(), FRIDAY.plusDays(days));
            new Shop(PLAN).truth(backwards.root(), FRIDAY.plusDays(days));
        }

        assertThat(atOnce.checksums()).isNotEmpty().isEqualTo(backwards.checksums());
    }

    @Test
    void landsADayAgainOverItself() {
        LandedFiles landed = new LandedFiles(root);
        landDays(new Shop(PLAN), root, 3);
        var before = landed.checksums();

        landDays(new Shop(PLAN), root, 3);

        assertThat(landed.checksums()).isEqualTo(before);
    }

    @Test
    void landsOtherFilesForAnotherSeed() {
        landDays(new Shop(PLAN), root.resolve("a"), 1);
        landDays(new Shop(new ShopPlan(FRIDAY, 150, 43, Dirt.HEAVY, Shop.ALL)), root.resolve("b"), 1);

        assertThat(new LandedFiles(root.resolve("a")).textChecksum())
                .isNotEqualTo(new LandedFiles(root.resolve("b")).textChecksum());
    }

    @Test
    void landsWhatItAlwaysLanded() {
        Set<String> first = new TreeSet<>(Shop.FINANCE);
        first.add("shop/customers");
        landDays(new Shop(new ShopPlan(FRIDAY, 50, 1, Dirt.SOME, first)), root, 4);

        assertThat(new LandedFiles(root)
                        .textChecksum(file -> TOLD_SINCE.stream().noneMatch(file::endsWith)))
                .as("what a plan lands has changed: change this only on purpose, benchmarks compare by it")
                .isEqualTo("a3ccd3e15935beaabc7d902947a95b298c943f06da61350d53173515d8becb64");
    }

    @Test
    void landsADataSetTheSameWhateverElseLands() {
        landDays(new Shop(PLAN), root.resolve("all"), 3);
        landDays(new Shop(PLAN.landing(Set.of("app/click_events"))), root.resolve("one"), 3);

        var all = new LandedFiles(root.resolve("all")).checksums();
        all.keySet().removeIf(file -> !file.startsWith("landing/app"));
        var one = new LandedFiles(root.resolve("one/landing")).checksums();
        assertThat(one).hasSize(3 * 24).hasSameSizeAs(all);
        assertThat(one.values()).containsExactlyElementsOf(all.values());
    }

    @Test
    void refusesADataSetThatIsNotKnown() {
        assertThatThrownBy(() -> PLAN.landing(Set.of("shop/tills")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Data sets must be some of [app/click_events, backoffice/refunds,")
                .hasMessageEndingWith("[shop/tills]");
    }

    @Test
    void leavesNothingHiddenBehind() {
        landDays(new Shop(PLAN), root, 4);

        assertThat(new LandedFiles(root).checksums().keySet())
                .noneMatch(file -> Path.of(file).getFileName().toString().startsWith("."))
                .contains("landing/shop/customers/dt=2026-01-02/_SUCCESS")
                .contains("landing/shop/orders/dt=2026-01-02/LOAD00000001.csv.gz");
    }

    @Test
    void landsALargeDayInASmallHeapWithTheSameBytesAsHere() throws IOException, InterruptedException {
        Path small = root.resolve("small");
        Path here = root.resolve("here");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShopTest.class.getName(),
                        small.toString())
                .redirectErrorStream(true)
                .start();

        largeShop().land(here, FRIDAY);

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(new LandedFiles(small).checksums()).isEqualTo(new LandedFiles(here).checksums());
    }

    @Test
    void derivesAnOrderFromItsPlaceAlone() {
        Orders orders = new Orders(PLAN, new Catalogue(PLAN.seed()));

        Order asked = orders.at(FRIDAY, 7);
        orders.at(FRIDAY.plusDays(3), 8);

        assertThat(orders.at(FRIDAY, 7)).isEqualTo(asked);
    }

    @Test
    void isClosedBeforeItsFirstDay() {
        Shop shop = new Shop(PLAN);

        assertThatThrownBy(() -> shop.land(root, FRIDAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The shop opens on 2026-01-02: 2026-01-01");
    }

    @Test
    void landsAllTwelveOrTheChosenOnes() {
        assertThat(new Shop(PLAN).datasets()).hasSize(12).containsExactlyInAnyOrderElementsOf(Shop.ALL);
        assertThat(new Shop(new ShopPlan(FRIDAY, 1, 1, Dirt.NONE)).datasets())
                .containsExactlyInAnyOrder(
                        "shop/orders",
                        "shop/order_lines",
                        "gateway/payments",
                        "backoffice/refunds",
                        "courier/deliveries",
                        "catalogue/products",
                        "banks/fx_rates");
    }

    /** Started in a JVM of its own; what is true of a day is more than fits there. */
    public static void main(String[] arguments) {
        largeShop().land(Path.of(arguments[0]), FRIDAY);
    }

    private static Shop largeShop() {
        return new Shop(new ShopPlan(FRIDAY, ORDERS_OF_A_LARGE_DAY, 5, Dirt.SOME, Shop.ALL));
    }

    private static void landDays(Shop shop, Path root, int days) {
        for (int day = 0; day < days; day++) {
            shop.land(root, FRIDAY.plusDays(day));
            shop.truth(root, FRIDAY.plusDays(day));
        }
    }
}
