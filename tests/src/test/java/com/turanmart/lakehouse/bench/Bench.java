package com.turanmart.lakehouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.oracle.Comparison;
import com.turanmart.lakehouse.oracle.Mart;
import com.turanmart.lakehouse.oracle.Oracle;
import com.turanmart.lakehouse.oracle.OracleRun;
import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Times cold nights as whole processes and writes docs/benchmarks.md, anew after each round: {@code scripts/bench}. A
 * result is compared with the oracle each time, because a fast wrong one counts nothing.
 */
class Bench {
    private static final int LINES = Integer.getInteger("bench.lines", 250_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int STEP_ROUNDS = Integer.getInteger("bench.step-rounds", 1);
    private static final int SMALL_LINES = Integer.getInteger("bench.small-lines", 5_000);
    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("bench.minutes", 35));
    private static final int LATE_NIGHT = Integer.getInteger("bench.late-night", 60);
    private static final Path PAGE = Path.of(System.getProperty("bench.page", "../docs/benchmarks.md"));
    private static final int NIGHT = 5;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final Path CONF = Path.of("..", "conf");
    /** Java without its second compiler, which pays for itself in long runs only. */
    private static final Map<String, String> BY_C1 = Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    private static final Mart MART = Mart.FINANCE_DAILY;
    /** Found again by whoever asks why; the next run clears it. */
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private final Figures figures = new Figures();
    private final Instant begun = Instant.now();
    private FinanceOnly finance;
    private Processes processes;
    private int folders;

    @Test
    void nights() throws Exception {
        if (Files.exists(FOLDER)) {
            Folder.delete(FOLDER);
        }
        processes = new Processes(FOLDER);
        finance = FinanceOnly.of(CONF, FOLDER.resolve("conf"));
        besideOthers();
        if (SMALL_LINES > 0) {
            lateBesideEarly();
        }
        say("written: " + PAGE.normalize());

        assertThat(figures.allEqual()).isTrue();
    }

    private void besideOthers() throws Exception {
        var landing = FOLDER.resolve("large/landing");
        land(shop(LINES), landing, 1, NIGHT);
        var before = FOLDER.resolve("large before");
        nights("local", before, landing, 1, NIGHT - 1);
        try (var oracle = Oracle.over(landing)) {
            new Rounds(ROUNDS, part(2)).of("beside others", () -> {
                engine(oracle, before, landing);
                plainSpark(oracle, landing);
                duckDb(oracle, landing);
                write();
            });
            new Rounds(STEP_ROUNDS, part(3)).of("beside a process for each table", () -> {
                engine(oracle, before, landing);
                engineByC1(oracle, before, landing);
                stepByStep(oracle, before, landing);
                write();
            });
        }
        Folder.delete(before);
    }

    /** When so many quarters of the time are over. */
    private Instant part(int quarters) {
        return begun.plus(TIME.multipliedBy(quarters).dividedBy(4));
    }

    private void engine(Oracle oracle, Path before, Path landing) throws Exception {
        var lakehouse = Folder.copy(before, fresh("engine"));
        took(Figures.ENGINE, run(lakehouse, landing, NIGHT));
        compared(Figures.ENGINE, oracle, lakehouse);
        var report = report(lakehouse);
        var after = Folder.files(lakehouse);
        var written =
                Written.between(Folder.files(before), lakehouse, Folder.unpackedBytes(landing, "dt=" + day(NIGHT)));
        took(Figures.WITHOUT_NEWS, run(lakehouse, landing, NIGHT));
        compared(Figures.WITHOUT_NEWS, oracle, lakehouse);
        took(Figures.WITHOUT_NEWS_BY_C1, run(lakehouse, landing, NIGHT, BY_C1));
        compared(Figures.WITHOUT_NEWS_BY_C1, oracle, lakehouse);
        figures.lastNight(new Figures.LastNight(report, written, Written.between(after, lakehouse, 0)));
        Folder.delete(lakehouse);
    }

    private void engineByC1(Oracle oracle, Path before, Path landing) throws Exception {
        var lakehouse = Folder.copy(before, fresh("engine by C1"));
        took(Figures.ENGINE_BY_C1, run(lakehouse, landing, NIGHT, BY_C1));
        compared(Figures.ENGINE_BY_C1, oracle, lakehouse);
        Folder.delete(lakehouse);
    }

    private void plainSpark(Oracle oracle, Path landing) throws Exception {
        var target = fresh("spark");
        took(Figures.PLAIN_SPARK, processes.run(2, PlainSpark.class.getName(), Map.of(), landing, target));
        comparedFiles(Figures.PLAIN_SPARK, oracle, target + "/*.parquet");
        Folder.delete(target);
    }

    private void duckDb(Oracle oracle, Path landing) throws Exception {
        var target = Files.createDirectories(fresh("duck"));
        took(Figures.DUCKDB, processes.run(1, OracleRun.class.getName(), Map.of(), landing, target));
        comparedFiles(Figures.DUCKDB, oracle, target + "/" + MART.table() + ".parquet");
        Folder.delete(target);
    }

    /** A process for each table, with the settings that Spark and Delta have by themselves. */
    private void stepByStep(Oracle oracle, Path before, Path landing) throws Exception {
        var lakehouse = Folder.copy(before, fresh("steps"));
        var environment = Files.writeString(FOLDER.resolve("as-delivered.yaml"), """
                description: Settings that Spark and Delta have by themselves.
                root: unused
                lanes: 1
                spark:
                  spark.sql.shuffle.partitions: "200"
                  spark.databricks.delta.snapshotPartitions: "50"
                """);
        var cost = Cost.NONE;
        for (var table : finance.tables()) {
            cost = cost.and(processes.run(
                    2,
                    OneStep.class.getName(),
                    places(lakehouse, landing),
                    finance.conf(),
                    environment,
                    day(NIGHT),
                    table));
        }
        took(Figures.STEP_BY_STEP, cost);
        compared(Figures.STEP_BY_STEP, oracle, lakehouse);
        Folder.delete(lakehouse);
    }

    /** The same night when many lie before it. */
    private void lateBesideEarly() throws Exception {
        var landing = FOLDER.resolve("small/landing");
        var shop = shop(SMALL_LINES);
        land(shop, landing, 1, NIGHT);
        var early = FOLDER.resolve("early before");
        nights("demo", early, landing, 1, NIGHT - 1);
        try (var atFirst = Oracle.over(landing)) {
            land(shop, landing, NIGHT + 1, LATE_NIGHT);
            var late = Folder.copy(early, FOLDER.resolve("late before"));
            nights("demo", late, landing, NIGHT, LATE_NIGHT - 1);
            try (var atLast = Oracle.over(landing)) {
                new Rounds(ROUNDS, part(4)).of("a late night beside an early one", () -> {
                    night(atFirst, early, landing, NIGHT);
                    night(atLast, late, landing, LATE_NIGHT);
                    write();
                });
            }
        }
    }

    private void night(Oracle oracle, Path before, Path landing, int night) throws Exception {
        var lakehouse = Folder.copy(before, fresh("night " + night));
        took(Figures.night(night), run(lakehouse, landing, night));
        compared(Figures.night(night), oracle, lakehouse);
        Folder.delete(lakehouse);
    }

    private Shop shop(int lines) {
        // An order has two and a half lines on average.
        return new Shop(new ShopPlan(FIRST, Math.max(1, lines * 2 / 5), 7, Dirt.SOME, finance.datasets()));
    }

    private static void land(Shop shop, Path landing, int from, int to) throws IOException {
        say("landing days " + from + " to " + to);
        for (var day = from; day <= to; day++) {
            shop.land(landing.getParent(), day(day));
        }
    }

    /** @param environment the one of the demo is quicker with few lines, the one that is timed with many */
    private void nights(String environment, Path lakehouse, Path landing, int from, int to) throws Exception {
        say("nights " + from + " to " + to + ", which come before the one that is timed");
        var cost = processes.run(
                2,
                ManyNights.class.getName(),
                places(lakehouse, landing),
                finance.conf(),
                environment,
                day(from),
                day(to));
        say("  took " + Math.round(cost.wallSeconds()) + " s");
    }

    private Cost run(Path lakehouse, Path landing, int night) throws Exception {
        return run(lakehouse, landing, night, Map.of());
    }

    private Cost run(Path lakehouse, Path landing, int night, Map<String, String> more) throws Exception {
        var environment = new TreeMap<>(places(lakehouse, landing));
        environment.putAll(more);
        return processes.run(
                2,
                "com.turanmart.lakehouse.pipeline.cli.Lakehouse",
                environment,
                "run",
                "--conf",
                finance.conf(),
                "--date",
                day(night),
                "--json",
                reportOf(lakehouse));
    }

    private void took(String what, Cost cost) {
        figures.took(what, cost);
        say("  %s: %.1f s, %.1f s of processors, %.0f MB, %.0f jobs"
                .formatted(what, cost.wallSeconds(), cost.cpuSeconds(), cost.peakMegabytes(), cost.jobs()));
    }

    private void compared(String what, Oracle oracle, Path lakehouse) {
        var published = TestSession.tables(lakehouse).read(TableName.parse(MART.table()));
        compared(what, Comparison.of(MART, published, oracle));
    }

    private void comparedFiles(String what, Oracle oracle, String files) {
        var found = oracle.rows("'" + files + "'", MART.columns());
        compared(what, Comparison.of(MART, found, oracle.rows(MART.table(), MART.columns())));
    }

    private void compared(String what, Comparison comparison) {
        comparison.differences().stream().limit(5).forEach(difference -> say("  " + difference));
        figures.compared(what, comparison);
    }

    private void write() throws IOException {
        Files.writeString(PAGE, BenchPage.of(figures, LINES, SMALL_LINES, List.of(NIGHT, LATE_NIGHT)));
    }

    /** A folder that no round before has had: Delta remembers tables by their place. */
    private Path fresh(String name) {
        folders++;
        return FOLDER.resolve(name + " " + folders);
    }

    private static JsonNode report(Path lakehouse) throws IOException {
        return new ObjectMapper().readTree(reportOf(lakehouse).toFile());
    }

    /** Beside the lakehouse: it is none of the files that a night writes. */
    private static Path reportOf(Path lakehouse) {
        return lakehouse.resolveSibling(lakehouse.getFileName() + ".json");
    }

    private static Map<String, String> places(Path lakehouse, Path landing) {
        return Map.of("LAKEHOUSE_ROOT", lakehouse.toString(), "LAKEHOUSE_ZONES_LANDING", landing.toString());
    }

    private static LocalDate day(int night) {
        return FIRST.plusDays(night - 1L);
    }

    private static void say(String text) {
        System.out.println("bench: " + text);
    }
}
