package com.turanmart.lakehouse.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/benchmarks.md, losses included. */
final class BenchPage {
    private static final int FOLDERS = 12;

    private final Figures figures;
    private final StringBuilder text = new StringBuilder();

    private BenchPage(Figures figures) {
        this.figures = figures;
    }

    /** What there is by now. */
    static String of(Figures figures, int lines, int smallLines, List<Integer> nights) {
        var page = new BenchPage(figures);
        page.besideOthers(lines);
        figures.lastNight().ifPresent(last -> {
            page.steps(last);
            page.written(last.written());
            page.withoutNews(last);
        });
        if (!figures.costs(Figures.night(nights.get(0))).isEmpty()) {
            page.lateBesideEarly(smallLines, nights);
        }
        return page.text.toString();
    }

    private void besideOthers(int lines) {
        var memory = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        line("# Benchmarks");
        line("");
        line(
                "Written by `scripts/bench`, wins and losses alike. Every figure is a whole process, the start of Java"
                        + " and Spark included, on %d processors and %d GB of memory, with Java %s; medians of interleaved"
                        + " rounds, with the least and the most in brackets.",
                Runtime.getRuntime().availableProcessors(),
                Math.round(memory / 1e9),
                System.getProperty("java.version"));
        line("");
        line("## The fifth night beside others");
        line("");
        line(
                "The shop lands %,d order lines a day with what belongs to them: orders, payments, products, rates,"
                        + " refunds, deliveries. All that is in the table makes `gold.finance_daily` of them, and is"
                        + " compared with the oracle, row by row and column by column, in each round.",
                lines);
        line("");
        line(
                "- **%s** takes in the fifth day: it types, checks, quarantines, keeps every table and publishes.",
                Figures.ENGINE);
        line(
                "- **%s** is the same work as a scheduler does it that submits each table by itself: one Java and one Spark for each,"
                        + " with 200 shuffle partitions and 50 partitions of Delta's state, one after the other;"
                        + " its peak is that of the largest.",
                Figures.STEP_BY_STEP);
        line(
                "- **%s** reads all five days with explicit schemas and writes Parquet. It keeps and checks nothing.",
                Figures.PLAIN_SPARK);
        line(
                "- **%s** does the same in one process with two threads. The oracle is this very SQL: its result is compared with itself.",
                Figures.DUCKDB);
        line("");
        line("Java has a heap of 2 GB, beside DuckDB one of 1 GB.");
        line("");
        line(
                "| what | rounds | seconds | processor seconds | peak MB | Spark jobs | times the engine | finance_daily |");
        line("| --- | --- | --- | --- | --- | --- | --- | --- |");
        var engine = median(Figures.ENGINE);
        Stream.of(Figures.ENGINE, Figures.ENGINE_BY_C1, Figures.STEP_BY_STEP, Figures.PLAIN_SPARK, Figures.DUCKDB)
                .filter(what -> !figures.costs(what).isEmpty())
                .forEach(what -> line(
                        "%s %.2f | %s |",
                        cells(what), median(what).wallSeconds() / engine.wallSeconds(), figures.verdict(what)));
    }

    private void steps(Figures.LastNight last) {
        line("");
        line("### Where the engine's time goes");
        line("");
        line(
                "The last round took %.1f s by its own report, which begins when Spark has started. Two steps run beside"
                        + " each other.",
                last.report().get("seconds").asDouble());
        line("");
        line("| table | outcome | seconds | rows in |");
        line("| --- | --- | --- | --- |");
        for (var step : last.report().get("steps")) {
            line(
                    "| %s | %s | %.1f | %,d |",
                    step.get("table").asText(),
                    step.get("outcome").asText(),
                    step.get("seconds").asDouble(),
                    step.get("rows").get("read").asLong());
        }
    }

    private void written(Written written) {
        line("");
        line("### What the night writes");
        line("");
        line(
                "%,d new files with %.1f MB for %.1f MB of news (unpacked): %.2f bytes for each byte of news. %,d data"
                        + " files are replaced.",
                written.added().size(),
                written.bytes() / 1e6,
                written.landed() / 1e6,
                (double) written.bytes() / written.landed(),
                written.replaced());
        line("");
        line("| folder | files | MB |");
        line("| --- | --- | --- |");
        var byFolder = written.added().entrySet().stream()
                .collect(Collectors.groupingBy(
                        file -> folder(file.getKey()), TreeMap::new, Collectors.summarizingLong(Map.Entry::getValue)));
        byFolder.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().getSum()))
                .limit(FOLDERS)
                .forEach(entry -> line(
                        "| %s | %d | %.1f |",
                        entry.getKey(),
                        entry.getValue().getCount(),
                        entry.getValue().getSum() / 1e6));
    }

    private static String folder(String path) {
        var parts = path.split("/", -1);
        return parts.length > 2 ? parts[0] + "/" + parts[1] : parts[0];
    }

    private void withoutNews(Figures.LastNight last) {
        line("");
        line("## A night without news");
        line("");
        line(
                "The same night once more, with nothing that has come since. Files that it writes: %d.",
                last.withoutNews().added().size());
        line("");
        line("| what | rounds | seconds | processor seconds | peak MB | Spark jobs | finance_daily |");
        line("| --- | --- | --- | --- | --- | --- | --- |");
        for (var what : List.of(Figures.WITHOUT_NEWS, Figures.WITHOUT_NEWS_BY_C1)) {
            line("%s %s |", cells(what), figures.verdict(what));
        }
    }

    private void lateBesideEarly(int lines, List<Integer> nights) {
        line("");
        line("## A late night beside an early one");
        line("");
        line("%,d order lines a day. What lies before a night should cost it nothing.", lines);
        line("");
        line(
                "| what | rounds | seconds | processor seconds | peak MB | Spark jobs | times night %d | finance_daily |",
                nights.get(0));
        line("| --- | --- | --- | --- | --- | --- | --- | --- |");
        var early = median(Figures.night(nights.get(0)));
        for (var night : nights) {
            var what = Figures.night(night);
            line(
                    "%s %.2f | %s |",
                    cells(what), median(what).wallSeconds() / early.wallSeconds(), figures.verdict(what));
        }
    }

    private Cost median(String what) {
        return Cost.median(figures.costs(what));
    }

    private String cells(String what) {
        var costs = figures.costs(what);
        var cost = median(what);
        var walls = costs.stream().mapToDouble(Cost::wallSeconds).summaryStatistics();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f (%.1f to %.1f) | %.1f | %,.0f | %.0f |",
                what,
                costs.size(),
                cost.wallSeconds(),
                walls.getMin(),
                walls.getMax(),
                cost.cpuSeconds(),
                cost.peakMegabytes(),
                cost.jobs());
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
