package com.turanmart.lakehouse.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A process that is watched to its end, by what Linux tells of it. */
final class Watched {
    private static final double TICKS_PER_SECOND = 100;
    private static final double KILOBYTES_PER_MEGABYTE = 1024;

    private Watched() {}

    /** Empty when it ends with another code than zero. */
    static Optional<Cost> process(ProcessBuilder builder) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var process = builder.start();
        var told = Path.of("/proc", String.valueOf(process.pid()));
        var ticks = 0L;
        var peakKilobytes = 0L;
        try {
            while (process.isAlive()) {
                ticks = Math.max(ticks, ticks(told));
                peakKilobytes = Math.max(peakKilobytes, peakKilobytes(told));
                Thread.sleep(20);
            }
        } catch (NoSuchFileException ended) {
            // Between being asked whether it is alive and being looked at.
        }
        var code = process.waitFor();
        var cost = new Cost(
                (System.nanoTime() - begun) / 1e9, ticks / TICKS_PER_SECOND, peakKilobytes / KILOBYTES_PER_MEGABYTE, 0);
        return code == 0 ? Optional.of(cost) : Optional.empty();
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
