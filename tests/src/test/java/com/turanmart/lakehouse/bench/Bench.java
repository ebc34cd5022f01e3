package com.turanmart.lakehouse.bench;

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
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times cold nights as whole processes and writes docs/benchmarks.md: {@code scripts/bench}. */
class Bench {
    private static final int LINES = Integer.getInteger("bench.lines", 250_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int STEP_ROUNDS = Integer.getInteger("bench.step-rounds", 2);
    private static final int SMALL_LINES = Integer.getInteger("bench.small-lines", 20_000);
    private static final int LATE_NIGHT = Integer.getInteger("bench.late-night", 60);
    private static final String PAGE = System.getProperty("bench.page", "../docs/benchmarks.md");
    private static final int NIGHT = 5;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final Path CONF = Path.of("..", "conf");

    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    private FinanceOnly finance;

    @Test
    void nights() throws Exception {
        // The tests' own disk is none to be timed on.
        Files.writeString(Files.createDirectories(folder.resolve("site")).resolve("core-site.xml"), "<configuration/>");
        finance = FinanceOnly.of(CONF, folder.resolve("conf"));
        var page = new BenchPage();
        page.machine(LINES, ROUNDS);
        besideOthers(page);
        growth(page);
        Files.writeString(Path.of(PAGE), page.text());
        say("written: " + PAGE);
    }

    private void besideOthers(BenchPage page) throws Exception {
        var landing = land("large", LINES, NIGHT);
        var before = folder.resolve("large before");
        nights(before, landing, 1, NIGHT - 1);
        var last = new TreeMap<String, Path>();
        for (var round = 1; round <= ROUNDS; round++) {
            last.values().forEach(Bench::delete);
            var lakehouse = Folder.copy(before, folder.resolve("engine " + round));
            time("engine", round, engine(lakehouse, landing, NIGHT));
            last.put("engine", lakehouse);
            var spark = folder.resolve("spark " + round);
            time("plain Spark", round, java(2, PlainSpark.class, landing.toString(), spark.toString()));
            last.put("plain Spark", spark);
            var duck = Files.createDirectories(folder.resolve("duck " + round));
            time("DuckDB", round, java(1, OracleRun.class, landing.toString(), duck.toString()));
            last.put("DuckDB", duck);
            if (round <= STEP_ROUNDS) {
                var steps = Folder.copy(before, folder.resolve("steps " + round));
                stepByStep(round, steps, landing);
                delete(steps);
            }
        }
        page.besideOthers(costs, verdicts(landing, last), STEP_ROUNDS);
        page.steps(report(last.get("engine")));
        page.written(
                Folder.files(before),
                Folder.files(last.get("engine")),
                Folder.unpackedBytes(landing, "dt=" + day(NIGHT)));
        time("night without news", 1, engine(last.get("engine"), landing, NIGHT));
        page.withoutNews(median("night without news"));
        last.values().forEach(Bench::delete);
    }

    /** The same night when many lie before it. */
    private void growth(BenchPage page) throws Exception {
        if (SMALL_LINES == 0) {
            return;
        }
        var landing = land("small", SMALL_LINES, LATE_NIGHT);
        var before = folder.resolve("small before");
        for (var night : List.of(NIGHT, LATE_NIGHT)) {
            nights(before, landing, night == NIGHT ? 1 : NIGHT, night - 1);
            for (var round = 1; round <= ROUNDS; round++) {
                var lakehouse = Folder.copy(before, folder.resolve("small " + night + " " + round));
                time("night " + night, round, engine(lakehouse, landing, night));
                delete(lakehouse);
            }
        }
        page.growth(SMALL_LINES, Map.of(NIGHT, median("night " + NIGHT), LATE_NIGHT, median("night " + LATE_NIGHT)));
    }

    private Path land(String name, int lines, int days) throws IOException {
        // An order has two and a half lines on average.
        var shop = new Shop(new ShopPlan(FIRST, Math.max(1, lines * 2 / 5), 7, Dirt.SOME, finance.datasets()));
        say("landing " + days + " days with " + lines + " order lines each");
        var root = folder.resolve(name);
        for (var day = 1; day <= days; day++) {
            shop.land(root, day(day));
        }
        return root.resolve("landing");
    }

    private void nights(Path lakehouse, Path landing, int from, int to) throws Exception {
        say("nights " + from + " to " + to + " before the one that is timed");
        var builder =
                java(2, ManyNights.class, finance.conf().toString(), day(from).toString(), day(to).toString());
        places(builder, lakehouse, landing).redirectOutput(ProcessBuilder.Redirect.INHERIT);
        Cost.of(builder);
    }

    private ProcessBuilder engine(Path lakehouse, Path landing, int night) {
        var builder = java(
                2,
                "com.turanmart.lakehouse.pipeline.cli.Lakehouse",
                List.of(
                        "run",
                        "--conf",
                        finance.conf().toString(),
                        "--date",
                        day(night).toString(),
                        "--json",
                        reportOf(lakehouse).toString()));
        return places(builder, lakehouse, landing);
    }

    /** A process for each table, with the settings that Spark and Delta have by themselves. */
    private void stepByStep(int round, Path lakehouse, Path landing) throws Exception {
        var environment = Files.writeString(folder.resolve("as-delivered.yaml"), """
                description: Settings that Spark and Delta have by themselves.
                root: unused
                lanes: 1
                spark:
                  spark.sql.shuffle.partitions: "200"
                  spark.databricks.delta.snapshotPartitions: "50"
                """);
        var cost = new Cost(0, 0, 0);
        for (var table : finance.tables()) {
            var builder = java(
                    2,
                    OneStep.class,
                    finance.conf().toString(),
                    environment.toString(),
                    day(NIGHT).toString(),
                    table.toString());
            cost = cost.and(Cost.of(places(builder, lakehouse, landing)));
        }
        took("a process for each table", round, cost);
    }

    /** What each of the last outputs is beside the oracle: a fast wrong result is none. */
    private static Map<String, String> verdicts(Path landing, Map<String, Path> outputs) {
        var mart = Mart.FINANCE_DAILY;
        var verdicts = new LinkedHashMap<String, String>();
        try (var oracle = Oracle.over(landing)) {
            var expected = oracle.rows(mart.table(), mart.columns());
            var engine = TestSession.tables(outputs.get("engine")).read(TableName.parse(mart.table()));
            verdicts.put("engine", verdict(Comparison.of(mart, engine, oracle)));
            for (var other : List.of("plain Spark", "DuckDB")) {
                var files = "'" + outputs.get(other) + "/*.parquet'";
                if (other.equals("DuckDB")) {
                    files = "'" + outputs.get(other) + "/" + mart.table() + ".parquet'";
                }
                verdicts.put(other, verdict(Comparison.of(mart, oracle.rows(files, mart.columns()), expected)));
            }
        }
        return verdicts;
    }

    private static String verdict(Comparison comparison) {
        comparison.differences().stream().limit(5).forEach(Bench::say);
        return comparison.differences().isEmpty()
                ? comparison.rows() + " rows, equal"
                : "**wrong**: " + comparison.differences().size() + " differences";
    }

    private void time(String what, int round, ProcessBuilder builder) throws Exception {
        took(what, round, Cost.of(builder));
    }

    private void took(String what, int round, Cost cost) {
        costs.computeIfAbsent(what, name -> new ArrayList<>()).add(cost);
        say("%s, round %d: %.1f s, %.1f s of processors, %.0f MB"
                .formatted(what, round, cost.wallSeconds(), cost.cpuSeconds(), cost.peakMegabytes()));
    }

    private Cost median(String what) {
        return Cost.median(costs.get(what));
    }

    private static JsonNode report(Path lakehouse) throws IOException {
        return new ObjectMapper().readTree(reportOf(lakehouse).toFile());
    }

    /** Beside the lakehouse: it is none of the files that a night writes. */
    private static Path reportOf(Path lakehouse) {
        return lakehouse.resolveSibling(lakehouse.getFileName() + ".json");
    }

    private ProcessBuilder places(ProcessBuilder builder, Path lakehouse, Path landing) {
        builder.environment().put("LAKEHOUSE_ROOT", lakehouse.toString());
        builder.environment().put("LAKEHOUSE_ZONES_LANDING", landing.toString());
        return builder;
    }

    private ProcessBuilder java(int gigabytes, Class<?> main, String... arguments) {
        return java(gigabytes, main.getName(), Arrays.asList(arguments));
    }

    /** As scripts/lakehouse starts it. */
    private ProcessBuilder java(int gigabytes, String main, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("..", "scripts", "jvm.options"),
                "-Xmx" + gigabytes + "g",
                "-XX:+UseParallelGC",
                "-XX:-UsePerfData",
                "-cp",
                folder.resolve("site")
                        + File.pathSeparator
                        + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("processes.log").toFile()));
    }

    private static LocalDate day(int night) {
        return FIRST.plusDays(night - 1L);
    }

    private static void delete(Path path) {
        try {
            Folder.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String text) {
        System.out.println("bench: " + text);
    }
}
