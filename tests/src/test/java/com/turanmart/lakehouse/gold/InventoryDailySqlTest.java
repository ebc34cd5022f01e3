package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mart's own SQL over small stories; each has a product of its own. */
class InventoryDailySqlTest {
    private static final String INVENTORY = "silver.inventory";
    private static final String CLOSINGS = "silver.stock_closings";
    private static final String MART = "gold.inventory_daily";

    private static List<String> rows;

    @BeforeAll
    static void compute() {
        rows = inputs().built(CLOSINGS)
                .rows(
                        MART,
                        "product_id",
                        "stock_date",
                        "counts",
                        "on_hand",
                        "known_minutes",
                        "stock_out_minutes",
                        "is_known",
                        "coalesce(category, '-')");
    }

    private static TinyTables inputs() {
        return new TinyTables()
                .table(
                        INVENTORY,
                        "product_id BIGINT, taken_on DATE, taken_at TIMESTAMP, on_hand INT, reserved INT,"
                                + " partner STRING, warehouse STRING",
                        // Something is counted on each of these days.
                        counted(9, "2026-03-01", "00:00:00", 1),
                        counted(9, "2026-03-02", "00:00:00", 1),
                        counted(9, "2026-03-03", "00:00:00", 1),
                        counted(9, "2026-03-08", "00:00:00", 1),
                        counted(9, "2026-03-09", "00:00:00", 1),
                        // Out of stock from 23:00 until 01:30 of the next day.
                        counted(1, "2026-03-01", "12:00:00", 5),
                        counted(1, "2026-03-01", "23:00:00", 0),
                        counted(1, "2026-03-02", "01:30:00", 7),
                        // Nobody counts it again.
                        counted(2, "2026-03-01", "06:00:30", 0),
                        // A count at midnight leaves nothing of what was before.
                        counted(3, "2026-03-02", "10:00:00", 0),
                        counted(3, "2026-03-03", "00:00:00", 2),
                        // Three halves of a minute are one minute.
                        counted(4, "2026-03-01", "10:00:00", 0),
                        counted(4, "2026-03-01", "10:00:30", 1),
                        counted(4, "2026-03-01", "11:00:00", 0),
                        counted(4, "2026-03-01", "11:00:30", 1),
                        counted(4, "2026-03-01", "12:00:00", 0),
                        counted(4, "2026-03-01", "12:00:30", 1))
                .table(
                        "silver.products_history",
                        "product_id BIGINT, category STRING, valid_from DATE, valid_to DATE",
                        "1,toys,2026-01-01,2026-03-02",
                        "1,home,2026-03-02,",
                        "2,books,2026-01-01,2026-03-02");
    }

    private static String counted(int product, String day, String time, int onHand) {
        return product + "," + day + "," + day + " " + time + "," + onHand + ",0,aral,TAS-1";
    }

    private static List<String> of(int product) {
        return rows.stream().filter(row -> row.startsWith(product + " ")).toList();
    }

    @Test
    void whatIsOutOfStockOverMidnightCountsOnBothDays() {
        assertThat(of(1))
                .contains("1 2026-03-01 2 0 720 60 true toys", "1 2026-03-02 1 7 1440 90 true home")
                .contains("1 2026-03-03 0 7 1440 0 true home");
    }

    @Test
    void aCountHoldsToTheEndOfTheSeventhDayAfterIt() {
        assertThat(of(2))
                .containsExactly(
                        "2 2026-03-01 1 0 1079 1079 true books",
                        "2 2026-03-02 0 0 1440 1440 false -",
                        "2 2026-03-03 0 0 1440 1440 false -",
                        "2 2026-03-08 0 0 1440 1440 false -");
    }

    @Test
    void aCountAtMidnightLeavesNothingOfWhatWasBefore() {
        assertThat(of(3)).contains("3 2026-03-03 1 2 1440 0 false -");
    }

    @Test
    void secondsAreSummedBeforeTheyBecomeMinutes() {
        assertThat(of(4)).contains("4 2026-03-01 6 1 840 1 false -");
    }

    @Test
    void aDayOnWhichNobodyCountsIsNotThere() {
        assertThat(rows).noneMatch(row -> row.contains("2026-03-04"));
    }

    @Test
    void aFilterOnTheDayReachesTheDaysOfEveryInput(@TempDir Path root) {
        var inputs = inputs().stored(root, INVENTORY).built(CLOSINGS).stored(root, CLOSINGS, "taken_on");

        var filters = TinyTables.filtersOnFiles(
                inputs.defined(MART).where("stock_date IN (DATE'2026-03-01', DATE'2026-03-02')"));

        assertThat(filters)
                .hasSize(9)
                .allSatisfy(filter -> assertThat(filter).contains("taken_on", " IN (2026-03-01,2026-03-02)"));
        assertThat(TinyTables.filtersOnFiles(inputs.defined(MART).where("counts IN (7, 8)")))
                .hasSize(9)
                .noneMatch(filter -> filter.contains(" IN ("));
    }
}
