package com.turanmart.lakehouse.laws.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.pipeline.LakehouseUnderTest;
import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights of the reference configuration: clean ones, in which nothing may be told, and one for each planted fault, which
 * must not pass unseen. A command of its own, because it takes hours: {@code scripts/campaign faults}.
 */
class FaultsCampaign {
    private static final int NIGHTS = Integer.getInteger("lakehouse.nights", 60);
    private static final long SEED = Long.getLong("lakehouse.seed", 26);
    private static final int ORDERS = 150;
    /** A Saturday, so that the night of the faults is a Monday, on which everything lands, after three others. */
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 24);

    private static final LocalDate FAULTY = FIRST.plusDays(23);
    private static final Path FIGURES = Path.of("..", "docs", "campaigns", "faults.md");
    private static final Shop SHOP = new Shop(new ShopPlan(FIRST, ORDERS, SEED, Dirt.SOME, Shop.ALL));
    /** What the shop's ordinary dirt is told of every night, by table. */
    private static final Map<String, String> ORDINARY =
            Map.of("silver.inventory", "each night a partner counts a product that the catalogue does not know");

    @TempDir
    private Path folder;

    private final Map<LocalDate, Copied> clean = new HashMap<>();
    private SortedMap<String, Marts.Content> before;
    private int copies;

    private record Night(double seconds, Seen seen) {}

    private record Copied(Night night, SortedMap<String, Marts.Content> marts) {}

    private record Judged(Fault fault, Seen seen, List<String> wrong) {
        boolean isAsDeclared() {
            return fault.expected().isMetBy(seen) && (fault.expected().kind().mayMoveFigures() || wrong.isEmpty());
        }

        String line() {
            var published = wrong.isEmpty() ? "" : " Published with it: " + String.join(", ", wrong) + ".";
            return "| " + fault.name() + " | " + fault.expected() + " | " + seen + "." + published + " |";
        }
    }

    @Test
    void cleanNightsAreLeftAloneAndFaultsAreNot() throws IOException {
        var nights = cleanNights();
        var faults = new ArrayList<Judged>();
        for (var fault : Faults.ALL) {
            faults.add(judge(fault));
        }
        write(nights, faults);
        assertThat(nights.values())
                .allSatisfy(night -> assertThat(alarms(night)).isEmpty());
        assertThat(faults)
                .allSatisfy(judged ->
                        assertThat(judged.isAsDeclared()).as(judged.line()).isTrue());
    }

    private SortedMap<LocalDate, Night> cleanNights() throws IOException {
        var nights = new TreeMap<LocalDate, Night>();
        for (var day : FIRST.datesUntil(FIRST.plusDays(NIGHTS)).toList()) {
            if (day.equals(FAULTY)) {
                Copies.of(folder.resolve("clean"), folder.resolve("base"));
            }
            SHOP.land(folder.resolve("clean"), day);
            nights.put(day, run(lakehouse(folder.resolve("clean")), day));
            System.out.println(day + " " + nights.get(day).seconds() + " s " + alarms(nights.get(day)));
        }
        return nights;
    }

    private static List<String> alarms(Night night) {
        var alarms = new ArrayList<String>();
        night.seen().failed().forEach(table -> alarms.add(table + " fails"));
        night.seen().held().forEach((table, line) -> alarms.add(table + " " + line));
        night.seen().waiting().forEach(table -> alarms.add(table + " waits"));
        night.seen().warnings().forEach((table, line) -> alarms.add(table + " " + line));
        alarms.removeIf(alarm -> ORDINARY.keySet().stream().anyMatch(table -> alarm.startsWith(table + " warning")));
        return alarms;
    }

    private Judged judge(Fault fault) throws IOException {
        var last = FAULTY.plusDays(fault.days() - 1L);
        if (!clean.containsKey(last)) {
            clean.put(last, night(last, landed -> {}));
        }
        var right = clean.get(last);
        var faulty = night(last, fault.planted());
        var seen = faulty.night().seen().without(right.night().seen());
        var judged = new Judged(fault, seen, wrong(faulty.marts(), right.marts()));
        System.out.println((judged.isAsDeclared() ? "" : "NOT AS DECLARED ") + judged.line());
        return judged;
    }

    /** The night of that date in a copy of its own, with all days landed that are still to come in. */
    private Copied night(LocalDate last, Consumer<Landed> planted) throws IOException {
        // Never a path twice: Delta remembers what it has read there.
        var root = folder.resolve("night " + ++copies);
        Copies.of(folder.resolve("base"), root);
        FAULTY.datesUntil(last.plusDays(1)).forEach(day -> {
            SHOP.land(root, day);
            planted.accept(new Landed(root, day, (int) ChronoUnit.DAYS.between(FIRST, day)));
        });
        var lakehouse = lakehouse(root);
        var copied = new Copied(run(lakehouse, last), Marts.of(lakehouse));
        Copies.delete(root);
        return copied;
    }

    private static Night run(LakehouseUnderTest lakehouse, LocalDate day) {
        var report = lakehouse.run(day);
        return new Night(report.seconds(), Seen.in(report));
    }

    private static LakehouseUnderTest lakehouse(Path root) {
        return LakehouseUnderTest.inFolder(LakehouseUnderTest.CONF, root);
    }

    /** Marts that are neither as they were nor as they should be. */
    private List<String> wrong(SortedMap<String, Marts.Content> after, SortedMap<String, Marts.Content> right) {
        if (before == null) {
            before = Marts.of(lakehouse(folder.resolve("base")));
        }
        return after.keySet().stream()
                .filter(mart -> !after.get(mart).isSameVersionAs(before.get(mart)))
                .filter(mart -> !after.get(mart).hasRowsOf(right.get(mart)))
                .toList();
    }

    private static void write(SortedMap<LocalDate, Night> nights, List<Judged> faults) throws IOException {
        var seconds =
                nights.values().stream().mapToDouble(Night::seconds).sorted().toArray();
        var alarms = nights.values().stream()
                .filter(night -> !alarms(night).isEmpty())
                .count();
        var unseen = faults.stream()
                .filter(judged -> judged.fault().expected().kind() == Expected.Kind.UNSEEN)
                .count();
        Files.createDirectories(FIGURES.getParent());
        Files.writeString(FIGURES, """
                # Faults that are planted

                Written by `scripts/campaign faults`, seed %d: the reference configuration on the demo shop, %d orders a day with its ordinary dirt, in one process.

                ## Clean nights
                %d nights in a row, %s to %s; a night took %.0f s (median), %.0f s at most. In %d of them a table was held, waited or a rule warned beyond these ordinary warnings:
                %s

                ## Faults
                Each is planted in the deliveries of %s, a Monday, in a copy of the lakehouse as the nights before have left it. What is said in that night and not in the same one without the fault is what was seen. Where nothing is seen, or a table is held, every mart is the version that it was, file for file, or has the rows of the night without the fault. %d of %d were as declared; %d of these are known to pass unseen.

                | fault | declared | seen |
                | --- | --- | --- |
                %s
                """.formatted(
                        SEED,
                        ORDERS,
                        nights.size(),
                        nights.firstKey(),
                        nights.lastKey(),
                        seconds[seconds.length / 2],
                        seconds[seconds.length - 1],
                        alarms,
                        String.join(
                                "\n",
                                ORDINARY.entrySet().stream()
                                        .map(warning -> "- `" + warning.getKey() + "`: " + warning.getValue())
                                        .toList()),
                        FAULTY,
                        faults.stream().filter(Judged::isAsDeclared).count(),
                        faults.size(),
                        unseen,
                        String.join("\n", faults.stream().map(Judged::line).toList())));
    }
}
