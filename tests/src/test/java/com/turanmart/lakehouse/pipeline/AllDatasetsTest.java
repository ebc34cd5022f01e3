package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.kernel.KernelClient;
import com.turanmart.lakehouse.oracle.Comparison;
import com.turanmart.lakehouse.oracle.Mart;
import com.turanmart.lakehouse.oracle.Oracle;
import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three days of all that the shop lands, with heavy dirt; on the second one a control total of the refunds is wrong. */
class AllDatasetsTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate MONDAY = SUNDAY.plusDays(1);
    private static final LocalDate TUESDAY = SUNDAY.plusDays(2);
    private static final Shop SHOP = new Shop(new ShopPlan(SUNDAY, 60, 13, Dirt.HEAVY, Shop.ALL));
    private static final List<RunReport> NIGHTS = new ArrayList<>();

    @TempDir
    private static Path root;

    private static LakehouseUnderTest lakehouse;
    private static TruthOfShop truth;

    @BeforeAll
    static void nights() {
        lakehouse = LakehouseUnderTest.inFolder(LakehouseUnderTest.CONF, root);
        SHOP.land(root, SUNDAY);
        SHOP.land(root, MONDAY);
        SHOP.landWrongTotal(root, MONDAY);
        NIGHTS.add(lakehouse.run(MONDAY));
        SHOP.land(root, MONDAY);
        SHOP.land(root, TUESDAY);
        NIGHTS.add(lakehouse.run(TUESDAY));
        truth = new TruthOfShop(SHOP, root, TUESDAY);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableHoldsWhatTheShopSays(String table) {
        var beside = truth.beside(lakehouse, table);

        assertThat(beside.differences()).isEmpty();
        assertThat(beside.rows()).isPositive();
    }

    static List<String> tables() {
        return TruthOfShop.silver(SHOP);
    }

    @ParameterizedTest
    @MethodSource("marts")
    void aMartIsRightToTheLastDigitWhateverCameLate(String mart) {
        var beside = truth.beside(lakehouse, mart);

        assertThat(beside.differences()).isEmpty();
        assertThat(beside.rows()).isGreaterThan(20);
    }

    static List<String> marts() {
        return TruthOfShop.marts(SHOP);
    }

    /** L5. */
    @Test
    void whatTheNightsHaveBuiltIsWhatARebuildMakes() {
        var built = lakehouse.digests();

        var rebuilt = lakehouse.rebuild(TUESDAY);

        assertThat(rebuilt.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rebuilt.steps())
                .filteredOn(step -> step.result().notes().contains("computed as a whole: asked for"))
                .extracting(StepReport::table)
                .containsExactlyInAnyOrderElementsOf(built.keySet());
        assertThat(lakehouse.digests()).isEqualTo(built);
    }

    @Test
    void theMartsAreWhatTheOracleMakesOfTheLandingFiles() {
        var declared = Mart.ALL.stream().filter(AllDatasetsTest::isDeclared).toList();

        assertThat(declared).contains(Mart.FINANCE_DAILY);
        try (var oracle = Oracle.over(root.resolve("landing"))) {
            assertThat(declared).allSatisfy(mart -> {
                var comparison = Comparison.of(mart, lakehouse.read(mart.table()), oracle);
                assertThat(comparison.differences()).isEmpty();
                assertThat(comparison.rows()).isPositive();
            });
        }
    }

    private static boolean isDeclared(Mart mart) {
        return lakehouse.configuration().tables(GoldTable.class).stream()
                .anyMatch(table -> table.table().toString().equals(mart.table()));
    }

    /** Tables with decimals of all ways to write a table; each is read at its path, as any reader would. */
    @Test
    void aClientWithoutSparkReadsWhatSparkReads() {
        var names = List.of("gold.finance_daily", "silver.orders", "silver.deliveries", "silver.products_history");

        var read = KernelClient.read(
                names.stream().map(name -> root.resolve(name.replace('.', '/'))).toList());

        assertThat(read)
                .isEqualTo(names.stream()
                        .map(name -> KernelClient.asSparkSees(lakehouse.read(name)))
                        .toList());
        assertThat(read).noneMatch(table -> table.contains("rows=0") || table.contains("sums={}"));
    }

    @Test
    void aWrongControlTotalStopsThatDeliveryAndTheMartsThatNeedIt() {
        assertThat(NIGHTS).extracting(RunReport::exitCode).containsExactly(ExitCode.HELD, ExitCode.DONE);
        assertThat(NIGHTS.get(0).with(Outcome.HELD))
                .extracting(StepReport::table)
                .containsExactly("bronze.backoffice_refunds");
        assertThat(NIGHTS.get(0).with(Outcome.BLOCKED))
                .extracting(StepReport::table)
                .containsExactlyInAnyOrder(
                        "silver.refunds",
                        "silver.bookings",
                        "silver.finance_days",
                        "gold.customer_360",
                        "gold.finance_closing",
                        "gold.finance_daily",
                        "gold.finance_adjustments",
                        "gold.finance_reconciliation");
    }

    @Test
    void nothingIsPaidThatNothingExplains() {
        assertThat(lakehouse
                        .read("gold.finance_reconciliation")
                        .where("unexplained_absolute <> 0")
                        .collectAsList())
                .isEmpty();
    }

    /** L1. */
    @Test
    void countsOfEveryStepAddUp() {
        assertThat(NIGHTS.stream().flatMap(night -> night.steps().stream()))
                .allSatisfy(step -> assertThat(step.result().counts().addUp())
                        .as("%s: %s", step.table(), step.result().counts())
                        .isTrue());
    }

    /** L8. */
    @Test
    void noTableBesidesTheRestrictedOnesKnowsAPerson() {
        for (var table : List.of("silver.customers", "silver.crm_contacts")) {
            assertThat(lakehouse.read(table).collectAsList().toString())
                    .as(table)
                    .doesNotContainIgnoringCase("@example.com")
                    .doesNotContain("Karimov", "Сейтов");
        }
        assertThat(lakehouse.read("restricted.customers").collectAsList().toString())
                .contains("@example.com", "Karimov");
    }
}
