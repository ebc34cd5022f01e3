package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.pipeline.cli.Console;
import com.turanmart.lakehouse.pipeline.cli.Lakehouse;
import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import com.turanmart.lakehouse.shop.demo.TruthCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * L4 in one story: day two brings prices below zero and is held, then corrected lines are held by a rule of the mart,
 * then that rule goes.
 */
class GateTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate SECOND_DAY = FIRST_DAY.plusDays(1);
    private static final String RULE = "ColumnValues \"orders\" < 0";

    private static final String SQL_RULE = """
                - name: no_order_of_another_day
                  says: ask the shop
                  query: >-
                    SELECT m.business_date, m.country FROM gold.finance_daily AS m
                    LEFT ANTI JOIN silver.bookings AS o ON o.business_date = m.business_date AND o.channel = 'none'
            """;

    @TempDir
    private static Path folder;

    /** A night, what it left behind and how what readers see differs from what the shop knows of a day. */
    private record Seen(RunReport report, Map<String, Long> versions, List<String> differences) {}

    private static LakehouseUnderTest lakehouse;
    private static Seen sound;
    private static int faults;
    private static Seen held;
    private static Seen heldByMart;
    private static LocalDate expires;
    private static String ofNoRun;
    private static String unheard;
    private static String released;
    private static Seen corrected;

    @BeforeAll
    static void nights() throws IOException {
        var shop = new Shop(new ShopPlan(FIRST_DAY, 40, 11, Dirt.NONE));
        var root = folder.resolve("lakehouse");
        lakehouse = LakehouseUnderTest.inFolder(LakehouseUnderTest.CONF, root);
        shop.land(root, FIRST_DAY);
        var first = shop.truth(root, FIRST_DAY);
        sound = night(lakehouse, FIRST_DAY, first);

        shop.land(root, SECOND_DAY);
        faults = shop.landFault(root, SECOND_DAY);
        held = night(lakehouse, SECOND_DAY, first);

        shop.landCorrection(root, SECOND_DAY);
        var strict = LakehouseUnderTest.copy(LakehouseUnderTest.CONF, folder.resolve("strict"));
        var mart = strict.resolve("tables/gold/finance_daily.yaml");
        Files.writeString(
                mart,
                Files.readString(mart)
                        .replace("  block:\n", "  block:\n    - '" + RULE + "'\n")
                        .replace("  sql:\n", "  sql:\n" + SQL_RULE));
        heldByMart = night(LakehouseUnderTest.inFolder(strict, root), SECOND_DAY, first);

        var run = heldByMart.report().run().id();
        expires = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        ofNoRun = release(strict, root, run + "0", RULE);
        unheard = release(strict, root, run, "RowCount > 0");
        released = release(strict, root, run, RULE);
        corrected = night(lakehouse, SECOND_DAY, shop.truth(root, SECOND_DAY));
    }

    private static String release(Path conf, Path root, String run, String rule) {
        var said = new StringWriter();
        var out = new PrintWriter(said);
        Lakehouse.run(
                out,
                out,
                Map.of("LAKEHOUSE_ROOT", root.toString()),
                "release",
                "finance",
                "--run",
                run,
                "--rule",
                rule,
                "--reason",
                "holiday",
                "--by",
                "shop on call",
                "--expires",
                expires.toString(),
                "--conf",
                conf.toString());
        return said.toString();
    }

    private static Seen night(LakehouseUnderTest lakehouse, LocalDate day, Path truth) {
        var report = lakehouse.run(day);
        return new Seen(
                report, lakehouse.versions(), TruthCheck.differences(lakehouse.read("gold.finance_daily"), truth));
    }

    @Test
    void pricesBelowZeroAreHeldWithTheirCount() {
        assertThat(held.report().exitCode()).isEqualTo(ExitCode.HELD);
        assertThat(held.report().with(Outcome.HELD))
                .extracting(StepReport::table)
                .containsExactly("silver.order_lines");
        assertThat(step(held, "silver.order_lines").result().notes())
                .singleElement()
                .asString()
                .startsWith("held: ColumnValues \"unit_price\" >= 0: " + faults + " of ");
    }

    @Test
    void aHeldTableStaysAtItsVersionWithAllThatReadsIt() {
        assertThat(sound.versions()).containsKeys("silver/order_lines", "silver/bookings", "gold/finance_daily");
        for (var table : List.of("silver/order_lines", "silver/bookings", "gold/finance_daily")) {
            assertThat(held.versions()).containsEntry(table, sound.versions().get(table));
        }
        assertThat(step(held, "gold.finance_daily").result().outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(step(held, "silver.bookings").result().notes()).containsExactly("silver.order_lines held");
        assertThat(step(held, "silver.finance_days").result().notes()).containsExactly("silver.bookings blocked");
        assertThat(step(held, "gold.finance_daily").result().notes())
                .containsExactly("silver.finance_days blocked, silver.bookings blocked");
    }

    @Test
    void whatDoesNotReadTheHeldTableGoesOn() {
        assertThat(step(held, "silver.orders").result().outcome()).isEqualTo(Outcome.LOADED);
        assertThat(step(held, "silver.payments").result().outcome()).isEqualTo(Outcome.LOADED);
    }

    @Test
    void readersSeeTheLastGoodNightWhileAnythingIsHeld() {
        assertThat(sound.differences()).isEmpty();
        assertThat(held.differences()).isEmpty();
        assertThat(heldByMart.differences()).isEmpty();
    }

    @Test
    void aMartThatBreaksItsOwnRuleIsNotPublished() {
        var mart = step(heldByMart, "gold.finance_daily").result();

        assertThat(heldByMart.report().exitCode()).isEqualTo(ExitCode.HELD);
        assertThat(step(heldByMart, "silver.order_lines").result().outcome()).isEqualTo(Outcome.LOADED);
        assertThat(mart.outcome()).isEqualTo(Outcome.HELD);
        assertThat(mart.notes())
                .anyMatch(note -> note.startsWith("held: " + RULE)
                        && note.contains("rows break it, expected none; such as business_date=2026-03-02 country=AE "))
                .anyMatch(note -> note.startsWith("held: no_order_of_another_day: ")
                        && note.contains(" bad rows, expected none; such as business_date=2026-03-02 country=AE, ")
                        && note.contains("; new are business_date 2026-03-02, 2026-03-03; ")
                        && note.endsWith("; failing since 2026-03-03; ask finance: ask the shop"));
        assertThat(mart.notes())
                .contains("Nothing was published: readers still see version 0. What would have been is kept in"
                        + " quarantine.held_gold_finance_daily.");
        assertThat(heldByMart.versions()).containsEntry("gold/finance_daily", 0L);
    }

    @Test
    void whatAHeldMartWasToBecomeIsKept() {
        var run = heldByMart.report().run().id();

        assertThat(lakehouse
                        .read("quarantine.held_gold_finance_daily")
                        .selectExpr("_run_id", "CAST(business_date AS STRING)")
                        .distinct()
                        .collectAsList())
                .contains(RowFactory.create(run, SECOND_DAY.toString()))
                .allMatch(row -> row.getString(0).equals(run));
    }

    @Test
    void aReleaseIsAboutARuleThatHeldAndIsToldByEachLaterRun() {
        var line = "released until " + expires + " by shop on call: " + RULE + " (holiday)";

        var run = heldByMart.report().run().id();
        assertThat(ofNoRun).isEqualTo("No run '" + run + "0' has ended here. Did you mean '" + run + "'?\n");
        assertThat(unheard)
                .startsWith("Cannot release: 'RowCount > 0' held no table of finance in run "
                        + heldByMart.report().run().id() + ". These did: " + RULE + "; no_order_of_another_day");
        assertThat(released).isEqualTo("finance " + line + ". The next run publishes it.\n");
        assertThat(step(corrected, "gold.finance_daily").result().notes()).contains(line);
        assertThat(summary(corrected))
                .contains("PUBLISHED: gold.finance_closing, gold.finance_daily, gold.finance_reconciliation\n" + line
                        + "\nrun r-");
    }

    @Test
    void everyNightRecordsWhatItsRulesSaid() {
        assertThat(recorded("ops.rules", "table = 'silver.order_lines' AND rule LIKE 'ColumnValues \"unit_price%'"))
                .containsExactly("passed", "failed", "passed");
        assertThat(recorded("ops.rules", "table = 'gold.finance_daily' AND rule LIKE 'IsPrimaryKey%'"))
                .containsExactly("passed", "passed", "passed");
        assertThat(recorded("ops.rules", "rule = 'no_order_of_another_day'")).containsExactly("failed");
        assertThat(states("gold.finance_daily")).containsExactly("accepted", "held", "accepted");
    }

    @Test
    void correctedLinesArePublishedAndEqualTheTruth() {
        assertThat(corrected.report().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(corrected.report().with(Outcome.PUBLISHED)).hasSize(3);
        assertThat(corrected.differences()).isEmpty();
    }

    private static String summary(Seen night) {
        var told = new StringWriter();
        new Console(new PrintWriter(told), new PrintWriter(told), false).summary(night.report());
        return told.toString();
    }

    private static List<String> recorded(String table, String condition) {
        return ordered(table, condition, "outcome");
    }

    private static List<String> states(String table) {
        return ordered("ops.metrics", "metric = 'RowCount' AND table = '" + table + "'", "state");
    }

    private static List<String> ordered(String table, String condition, String column) {
        return lakehouse.read(table).where(condition).orderBy("started_at").select(column).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static StepReport step(Seen night, String table) {
        return night.report().steps().stream()
                .filter(step -> step.table().equals(table))
                .findFirst()
                .orElseThrow();
    }
}
