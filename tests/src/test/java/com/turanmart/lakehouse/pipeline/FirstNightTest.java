package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.pipeline.cli.Console;
import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import com.turanmart.lakehouse.shop.demo.TruthCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three days of the shop, night by night, and the same three days at once. */
class FirstNightTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 3;
    private static final String CLOSING = "gold.finance_closing";
    private static final String MART = "gold.finance_daily";
    private static final String RECONCILIATION = "gold.finance_reconciliation";

    private static final List<RunReport> NIGHTS = new ArrayList<>();
    private static final List<List<String>> DIFFERENCES = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static LakehouseUnderTest lakehouse;
    private static LakehouseUnderTest atOnce;
    private static RunReport again;
    private static Map<String, Long> versionsBefore;
    private static Map<String, Long> versionsAfter;

    @BeforeAll
    static void nights() {
        var shop = new Shop(new ShopPlan(FIRST_DAY, 60, 7, Dirt.SOME));
        var root = folder.resolve("nightly");
        lakehouse = LakehouseUnderTest.inFolder(LakehouseUnderTest.CONF, root);
        for (var day : FIRST_DAY.datesUntil(FIRST_DAY.plusDays(DAYS)).toList()) {
            shop.land(root, day);
            NIGHTS.add(lakehouse.run(day));
            DIFFERENCES.add(TruthCheck.differences(lakehouse.read(MART), shop.truth(root, day)));
        }
        versionsBefore = lakehouse.versions();
        again = lakehouse.run(FIRST_DAY.plusDays(DAYS - 1));
        versionsAfter = lakehouse.versions();

        var whole = folder.resolve("at-once");
        atOnce = LakehouseUnderTest.inFolder(LakehouseUnderTest.CONF, whole);
        FIRST_DAY.datesUntil(FIRST_DAY.plusDays(DAYS)).forEach(day -> shop.land(whole, day));
        NIGHTS.add(atOnce.run(FIRST_DAY.plusDays(DAYS - 1)));
        DIFFERENCES.add(TruthCheck.differences(atOnce.read(MART), shop.truth(whole, FIRST_DAY.plusDays(DAYS - 1))));
    }

    @Test
    void everyNightEndsWell() {
        assertThat(NIGHTS).extracting(RunReport::exitCode).containsOnly(ExitCode.DONE);
        assertThat(NIGHTS)
                .allSatisfy(night -> assertThat(night.with(Outcome.PUBLISHED))
                        .extracting(StepReport::table)
                        .contains(CLOSING, MART, RECONCILIATION));
    }

    @Test
    void theMartEqualsTheTruthToTheCentAfterEveryNight() {
        assertThat(DIFFERENCES)
                .hasSize(DAYS + 1)
                .allSatisfy(night -> assertThat(night).isEmpty());
        assertThat(lakehouse.read(MART).select("business_date").distinct().count())
                .isEqualTo(DAYS);
    }

    @Test
    void aRerunChangesNoVersionOfAnyTable() {
        assertThat(versionsAfter).isEqualTo(versionsBefore);
        assertThat(versionsBefore)
                .containsKeys("bronze/shop_orders", "silver/orders", "gold/finance_daily", "ops/files")
                .containsEntry("gold/finance_daily", (long) DAYS - 1);
    }

    @Test
    void aRerunSaysThatThereIsNothingNew() {
        var out = new StringWriter();

        new Console(new PrintWriter(out), new PrintWriter(out), false).summary(again);

        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().strip()).startsWith("NOTHING NEW: ");
    }

    /** L3 and L5. */
    @Test
    void allDaysAtOnceGiveTheTablesThatNightsGive() {
        assertThat(lakehouse.configuration().tables(SqlTable.class))
                .filteredOn(table -> lakehouse.count(table.table().toString()) > 0)
                .extracting(table -> table.table().toString())
                .contains("silver.bookings", "gold.finance_daily", "gold.finance_reconciliation");
        assertThat(lakehouse.configuration().tables(SqlTable.class))
                .filteredOn(table -> lakehouse.count(table.table().toString()) > 0)
                .allSatisfy(table ->
                        assertThat(texts(atOnce, table)).containsExactlyInAnyOrderElementsOf(texts(lakehouse, table)));
        assertThat(lakehouse.configuration().tables(SilverTable.class))
                .filteredOn(table -> lakehouse.count(table.table().toString()) > 0)
                .hasSize(Shop.FINANCE.size())
                .allSatisfy(table -> assertThat(atOnce.rows(table)).isEqualTo(lakehouse.rows(table)));
    }

    private static List<String> texts(LakehouseUnderTest lakehouse, SqlTable table) {
        return lakehouse.read(table.table().toString()).collectAsList().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void nothingIsPaidThatNothingExplains() {
        var days = lakehouse.read(RECONCILIATION);

        assertThat(days.where("unexplained_absolute <> 0").count()).isZero();
        assertThat(days.where("difference <> 0").count()).isPositive();
        assertThat(days.where("changed_after_payment <> 0").count()).isPositive();
    }

    /** L1, step by step. */
    @Test
    void countsOfEveryStepAddUp() {
        var steps = NIGHTS.stream().flatMap(night -> night.steps().stream()).toList();

        assertThat(steps)
                .allSatisfy(step -> assertThat(step.result().counts().addUp())
                        .as("%s: %s", step.table(), step.result().counts())
                        .isTrue());
        assertThat(steps).anyMatch(step -> step.result().counts().quarantined() > 0);
    }

    /** L1, over everything. */
    @Test
    void everyLandedLineIsInBronzeOrInQuarantine() throws IOException {
        long landed = 0;
        try (var files = Files.walk(folder.resolve("nightly/landing/shop/orders"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                landed += lines(file) - 1;
            }
        }

        var malformed = lakehouse.count("quarantine.bronze_shop_orders");

        assertThat(malformed).isPositive();
        assertThat(lakehouse.count("bronze.shop_orders") + malformed).isEqualTo(landed);
    }

    @Test
    void silverReadsEveryRowOfBronzeOnce() {
        var read = NIGHTS.subList(0, DAYS).stream()
                .flatMap(night -> night.steps().stream())
                .filter(step -> step.table().equals("silver.orders"))
                .mapToLong(step -> step.result().counts().read())
                .sum();

        assertThat(read).isEqualTo(lakehouse.count("bronze.shop_orders"));
    }

    private static long lines(Path file) throws IOException {
        try (var text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return text.lines().count();
        }
    }
}
