package com.turanmart.lakehouse.laws;

import static com.turanmart.lakehouse.pipeline.LibraryLoans.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.LibraryLoans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * L2 with real processes: a run is killed as soon as it has written so many files, from the first one to the last, and
 * the next run must finish its work. A command of its own, because it takes minutes: {@code scripts/campaign kill}.
 */
class KillCampaign {
    private static final int POINTS = Integer.getInteger("lakehouse.points", 25);
    private static final long SEED = Long.getLong("lakehouse.seed", 26);
    private static final Path FIGURES = Path.of("..", "docs", "campaigns", "kill.md");

    @TempDir
    private Path folder;

    @Test
    void aKilledRunIsFinishedByTheNext() throws Exception {
        var whole = filesOfAWholeRun();
        var lines = new ArrayList<String>();
        var killed = 0;
        var moments = new Random(SEED);
        for (var point = 1; point <= POINTS; point++) {
            var library = TwoDeliveries.in(folder.resolve("point " + point));
            var before = written(library);
            var process = LakehouseProcess.start(library, TUESDAY);
            var seen = before;
            while (process.isAlive() && seen.size() - before.size() < Math.max(1, whole * point / (POINTS + 1))) {
                Thread.sleep(20);
                seen = written(library);
            }
            // Between two files there is work as well.
            Thread.sleep(moments.nextInt(200));
            var alive = process.isAlive();
            process.destroyForcibly().waitFor();
            seen = written(library);
            seen.removeAll(before);
            assertThat(library.run(TUESDAY).exitCode()).as("point " + point).isEqualTo(ExitCode.DONE);
            TwoDeliveries.areThereOnce(library);
            killed += alive ? 1 : 0;
            lines.add("| " + point + " | " + (alive ? "killed" : "had ended") + " | " + seen.size() + " | "
                    + String.join(", ", committed(seen)) + " |");
        }
        Files.createDirectories(FIGURES.getParent());
        Files.writeString(FIGURES, """
                # Runs that are killed

                Written by `scripts/campaign kill`. A process of `lakehouse run` gets SIGKILL some moment (at most 0.2 s) after it has written so many files; a whole run writes %d.
                %d of %d were alive then. After each the next run ended with exit code 0, and every row was in bronze, silver, the mart and quarantine exactly once.

                | point | process | files written | commits that were there |
                | --- | --- | --- | --- |
                %s
                """.formatted(whole, killed, POINTS, String.join("\n", lines)));
        assertThat(killed).as("processes that were alive when they were killed").isGreaterThan(POINTS / 2);
    }

    private int filesOfAWholeRun() throws Exception {
        var library = TwoDeliveries.in(folder.resolve("whole"));
        var before = written(library).size();
        var process = LakehouseProcess.start(library, TUESDAY);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        TwoDeliveries.areThereOnce(library);
        return written(library).size() - before;
    }

    /** Finished files below the lakehouse's own zones, by path. */
    private static Set<String> written(LibraryLoans library) {
        try (var files = Files.walk(library.root())) {
            return files.map(file -> library.root().relativize(file).toString())
                    .filter(path -> path.matches(".*\\.(json|parquet)") && !path.matches("(landing|.*/\\.).*"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (UncheckedIOException | IOException e) {
            // A file went while the folder was walked: Delta renames what it has finished.
            return new TreeSet<>();
        }
    }

    private static List<String> committed(Set<String> files) {
        return files.stream()
                .filter(path -> path.matches(".*/_delta_log/\\d+\\.json"))
                .map(path -> path.substring(0, path.indexOf("/_delta_log")))
                .distinct()
                .toList();
    }
}
