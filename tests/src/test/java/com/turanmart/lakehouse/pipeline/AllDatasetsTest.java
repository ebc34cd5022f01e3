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
import com.turanmart.lakehouse.shop.demo.TruthCheck;
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
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableHoldsWhatTheShopSays(String table) {
        var columns = SHOP.tables().get(table);

        var rows = SHOP.rows(table, TUESDAY);

        assertThat(rows).isNotEmpty();
        assertThat(TruthCheck.differences(lakehouse.read(table), columns, rows)).isEmpty();
    }

    static List<String> tables() {
        return List.copyOf(SHOP.tables().keySet());
    }

    @Test
    void theMartIsRightToTheCent() {
        assertThat(TruthCheck.differences(lakehouse.read("gold.finance_daily"), SHOP.truth(root, TUESDAY)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("marts")
    void aMartIsRightToTheLastDigitWhateverCameLate(String mart) {
        var name = mart.substring(mart.indexOf('.') + 1);

        assertThat(TruthCheck.differences(lakehouse.read(mart), SHOP.truth(root, TUESDAY), name))
                .isEmpty();
        assertThat(lakehouse.count(mart)).isGreaterThan(20);
    }

    static List<String> marts() {
        return SHOP.marts();
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
