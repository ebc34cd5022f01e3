package com.turanmart.lakehouse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.pipeline.LakehouseUnderTest;
import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many small shops with heavy dirt, worked by the engine in nights or in groups of nights, and both marts compared with
 * the oracle after each run. A command of its own, because it takes minutes: {@code scripts/campaign oracle}.
 */
class OracleCampaign {
    private static final int SHOPS = Integer.getInteger("lakehouse.shops", 20);
    private static final long FIRST_SEED = Long.getLong("lakehouse.seed", 1);
    /** What both marts are made of. */
    private static final Set<String> DATASETS = Shop.ALL.stream()
            .filter(Predicate.not(Set.of("partners/inventory", "fleet/vehicle_pings")::contains))
            .collect(Collectors.toSet());

    private static final Path FIGURES = Path.of("..", "docs", "campaigns", "oracle.md");

    @TempDir
    private Path folder;

    @Test
    void bothMartsAreWhatTheOracleSays() throws IOException {
        var shops = new ArrayList<Compared>();
        for (var seed = FIRST_SEED; seed < FIRST_SEED + SHOPS; seed++) {
            var shop = compared(seed);
            System.out.println("oracle: " + shop.line());
            shop.differences().stream().limit(20).forEach(System.out::println);
            shops.add(shop);
            write(shops);
        }

        assertThat(shops.stream().flatMap(shop -> shop.differences().stream()).limit(50))
                .isEmpty();
        assertThat(shops)
                .allSatisfy(shop -> assertThat(shop.rows())
                        .containsOnlyKeys(Mart.ALL.stream().map(Mart::table).toList())
                        .allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive()));
    }

    /** Everything that a seed decides, and what came of it. */
    private Compared compared(long seed) {
        var dice = new Random(seed);
        // Around the end of a month and over a weekend; some in the week in which Almaty changed its offset.
        var from = (dice.nextInt(5) == 0 ? LocalDate.of(2024, 2, 24) : LocalDate.of(2026, 2, 24))
                .plusDays(dice.nextInt(7));
        var days = 3 + dice.nextInt(4);
        // Heavy dirt spoils ten of each kind: with fewer orders a night may be held.
        var ordersPerDay = 60 + dice.nextInt(100);
        var root = folder.resolve("seed " + seed);
        var shop = new Shop(new ShopPlan(from, ordersPerDay, seed, Dirt.HEAVY, DATASETS));
        var lakehouse = LakehouseUnderTest.inFolder(LakehouseUnderTest.CONF, root);
        var compared =
                new Compared(seed, from, days, ordersPerDay, new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        var first = from;
        for (var day : from.datesUntil(from.plusDays(days)).toList()) {
            shop.land(root, day);
            if (day.equals(from.plusDays(days - 1L)) || dice.nextInt(3) == 0) {
                var night = lakehouse.run(day);
                compared.differences().addAll(stopped(night));
                compared.runs().add((int) first.datesUntil(day.plusDays(1)).count());
                first = day.plusDays(1);
                compare(root, lakehouse, compared);
            }
        }
        return compared;
    }

    private static List<String> stopped(RunReport night) {
        return night.steps().stream()
                .filter(step -> step.result().exitCode() != ExitCode.DONE)
                .map(step -> "night of " + night.run().date() + ": " + step)
                .toList();
    }

    private static void compare(Path root, LakehouseUnderTest lakehouse, Compared compared) {
        try (var oracle = Oracle.over(root.resolve("landing"))) {
            for (var mart : Mart.ALL) {
                if (lakehouse.count(mart.table()) == 0) {
                    compared.differences().add(mart.table() + " has no rows");
                    continue;
                }
                var comparison = Comparison.of(mart, lakehouse.read(mart.table()), oracle);
                compared.rows().merge(mart.table(), comparison.rows(), Long::sum);
                compared.differences().addAll(comparison.differences());
            }
        }
    }

    private static void write(List<Compared> shops) throws IOException {
        var rows = shops.stream()
                .flatMap(shop -> shop.rows().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        var differences =
                shops.stream().mapToInt(shop -> shop.differences().size()).sum();
        var columns = String.join(
                "",
                Mart.ALL.stream().map(mart -> " rows of " + mart.table() + " |").toList());
        Files.createDirectories(FIGURES.getParent());
        Files.writeString(
                FIGURES,
                String.format(
                        Locale.ROOT,
                        """
                        # The marts beside an oracle

                        Written by `scripts/campaign oracle`. DuckDB works out both marts from the landing files of %d shops, with all that they are made of and heavy dirt.
                        The engine works the same files night by night or several nights at once; after each run every row and column is compared.
                        %,d rows were compared, %,d differences were found.

                        | seed | from | days | orders a day | nights of each run |%s differences |
                        | --- | --- | --- | --- | --- |%s --- |
                        %s
                        """,
                        shops.size(),
                        rows,
                        differences,
                        columns,
                        " --- |".repeat(Mart.ALL.size()),
                        String.join("\n", shops.stream().map(Compared::line).toList())));
    }

    /** A shop, the runs over it and what was found. */
    private record Compared(
            long seed,
            LocalDate from,
            int days,
            int ordersPerDay,
            List<Integer> runs,
            Map<String, Long> rows,
            List<String> differences) {

        String line() {
            var cells = new ArrayList<Object>(List.of(
                    seed,
                    from,
                    days,
                    ordersPerDay,
                    String.join(", ", runs.stream().map(String::valueOf).toList())));
            Mart.ALL.forEach(mart -> cells.add(rows.getOrDefault(mart.table(), 0L)));
            cells.add(differences.size());
            return "| " + String.join(" | ", cells.stream().map(String::valueOf).toList()) + " |";
        }
    }
}
