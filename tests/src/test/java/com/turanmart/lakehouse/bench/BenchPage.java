package com.turanmart.lakehouse.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** docs/benchmarks.md, losses included. */
final class BenchPage {
    private final StringBuilder text = new StringBuilder();

    void machine(int lines, int rounds) {
        var memory = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        line("# Benchmarks");
        line("");
        line(
                "Written by `scripts/bench`. Every figure is a whole process, the start of Java and Spark included, on"
                        + " %d processors and %d GB of memory, with Java %s; medians of %d interleaved rounds.",
                Runtime.getRuntime().availableProcessors(),
                Math.round(memory / 1e9),
                System.getProperty("java.version"),
                rounds);
        line("");
        line("## The fifth night beside others");
        line("");
        line(
                "The shop lands %,d order lines a day with what belongs to them (orders, payments, products, rates,"
                        + " refunds, deliveries). The engine takes in the fifth day: it types, checks, quarantines, keeps"
                        + " every table and publishes. Plain Spark and DuckDB keep nothing, so they read all five days,"
                        + " and check nothing. They are compared with the oracle row by row; a wrong result counts"
                        + " nothing.",
                lines);
    }

    void besideOthers(Map<String, List<Cost>> costs, Map<String, String> verdicts, int stepRounds) {
        line("");
        line("| what | seconds | processor seconds | peak MB | times the engine | finance_daily |");
        line("| --- | --- | --- | --- | --- | --- |");
        var engine = Cost.median(costs.get("engine"));
        costs.forEach((what, all) -> {
            var cost = Cost.median(all);
            line(
                    "| %s | %.1f | %.1f | %,.0f | %.2f | %s |",
                    what,
                    cost.wallSeconds(),
                    cost.cpuSeconds(),
                    cost.peakMegabytes(),
                    cost.wallSeconds() / engine.wallSeconds(),
                    verdicts.getOrDefault(what, ""));
        });
        line("");
        line(
                "`a process for each table` is the same engine as a scheduler would call it that submits every table"
                        + " by itself: one Java and one Spark for each, with 200 shuffle partitions and 50 partitions of"
                        + " Delta's state, one after the other; its peak is that of the largest (rounds: %d).",
                stepRounds);
    }

    void steps(JsonNode report) {
        line("");
        line("### Where the engine's time goes");
        line("");
        line(
                "From the report of the last round: %.1f s without the start of Spark; steps run beside each other.",
                report.get("seconds").asDouble());
        line("");
        line("| table | outcome | seconds | rows in |");
        line("| --- | --- | --- | --- |");
        for (var step : report.get("steps")) {
            if (step.get("rows").get("read").asLong() > 0) {
                line(
                        "| %s | %s | %.1f | %,d |",
                        step.get("table").asText(),
                        step.get("outcome").asText(),
                        step.get("seconds").asDouble(),
                        step.get("rows").get("read").asLong());
            }
        }
    }

    void written(Map<String, Long> before, Map<String, Long> after, long landed) {
        var fresh = new TreeMap<>(after);
        fresh.keySet().removeAll(before.keySet());
        var bytes = fresh.values().stream().mapToLong(Long::longValue).sum();
        line("");
        line("### What the night writes");
        line("");
        line(
                "%,d files and %.1f MB for %.1f MB that landed (unpacked): %.2f bytes for each byte of news.",
                fresh.size(), bytes / 1e6, landed / 1e6, (double) bytes / landed);
        line("");
        line("| folder | files | MB |");
        line("| --- | --- | --- |");
        var byFolder = new TreeMap<String, long[]>();
        fresh.forEach((path, size) -> {
            var parts = path.split("/", -1);
            var sum = byFolder.computeIfAbsent(
                    parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0], key -> new long[2]);
            sum[0]++;
            sum[1] += size;
        });
        byFolder.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue()[1]))
                .limit(12)
                .forEach(entry ->
                        line("| %s | %d | %.1f |", entry.getKey(), entry.getValue()[0], entry.getValue()[1] / 1e6));
    }

    void withoutNews(Cost cost) {
        line("");
        line("## A night without news");
        line("");
        line(
                "The same night once more, with nothing that has come since: %.1f s, %.1f s of processors.",
                cost.wallSeconds(), cost.cpuSeconds());
    }

    void growth(int lines, Map<Integer, Cost> nights) {
        line("");
        line("## A late night beside an early one");
        line("");
        line("%,d order lines a day. What lies before a night should cost it nothing.", lines);
        line("");
        line("| night | seconds | processor seconds | peak MB |");
        line("| --- | --- | --- | --- |");
        new TreeMap<>(nights)
                .forEach((night, cost) -> line(
                        "| %d | %.1f | %.1f | %,.0f |",
                        night, cost.wallSeconds(), cost.cpuSeconds(), cost.peakMegabytes()));
    }

    String text() {
        return text.toString();
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
