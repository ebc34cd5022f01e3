package com.turanmart.lakehouse.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a process took as a whole: seconds by the clock and of processors, and the most memory that it held. */
record Cost(double wallSeconds, double cpuSeconds, double peakMegabytes) {
    private static final double TICKS_PER_SECOND = 100;

    /** Watches a process to its end, by what Linux tells of it. */
    static Cost of(ProcessBuilder builder) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var process = builder.start();
        var told = Path.of("/proc", String.valueOf(process.pid()));
        var ticks = 0L;
        var peakKilobytes = 0L;
        while (process.isAlive()) {
            try {
                ticks = Math.max(ticks, ticks(told));
                peakKilobytes = Math.max(peakKilobytes, peakKilobytes(told));
            } catch (NoSuchFileException ended) {
                break;
            }
            Thread.sleep(20);
        }
        var code = process.waitFor();
        var wall = (System.nanoTime() - begun) / 1e9;
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + " of " + builder.command());
        }
        return new Cost(wall, ticks / TICKS_PER_SECOND, peakKilobytes / 1024.0);
    }

    /** One after the other. */
    Cost and(Cost next) {
        return new Cost(
                wallSeconds + next.wallSeconds,
                cpuSeconds + next.cpuSeconds,
                Math.max(peakMegabytes, next.peakMegabytes));
    }

    static Cost median(List<Cost> costs) {
        return new Cost(
                median(costs, Cost::wallSeconds), median(costs, Cost::cpuSeconds), median(costs, Cost::peakMegabytes));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        var sorted = costs.stream()
                .mapToDouble(figure)
                .boxed()
                .sorted(Comparator.naturalOrder())
                .toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** User and system time; the name in brackets before them may hold blanks. */
    private static long ticks(Path told) throws IOException {
        var text = read(told.resolve("stat"));
        var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static long peakKilobytes(Path told) throws IOException {
        return read(told.resolve("status"))
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static String read(Path path) throws IOException {
        try {
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException gone) {
            // The process has ended between opening and reading.
            throw new NoSuchFileException(path.toString());
        }
    }
}
