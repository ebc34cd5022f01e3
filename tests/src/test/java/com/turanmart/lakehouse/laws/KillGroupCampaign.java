package com.turanmart.lakehouse.laws;

import static com.turanmart.lakehouse.pipeline.LibraryLoans.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * L4 with real processes: a run is killed after the first commit of its group and before the record of the publication.
 * Who follows the newest record sees the night before then, and the next run completes the group. A command of its own,
 * because it takes long: {@code scripts/campaign kill-group}.
 */
class KillGroupCampaign {
    private static final int POINTS = Integer.getInteger("lakehouse.points", 25);
    private static final long SEED = Long.getLong("lakehouse.seed", 26);
    /** Longer than from the last commit to the record, shorter than from one commit to the next. */
    private static final int LATEST_MILLIS = 60;

    private static final Path FIGURES = Path.of("..", "docs", "campaigns", "kill-group.md");

    @TempDir
    private Path folder;

    /** A process that died between the first commit and the record. */
    private record Death(int commits, int delayMillis, boolean mixed) {
        String line(int point) {
            return "| " + point + " | " + commits + " of " + GroupOfMarts.NAMES.size() + " | " + delayMillis + " | "
                    + (mixed ? "two nights" : "one night") + " |";
        }
    }

    @Test
    void aReaderOfTheRecordSeesOneNightAndTheNextRunCompletesTheGroup() throws Exception {
        System.out.println("KillGroupCampaign seed " + SEED);
        var moments = new Random(SEED);
        var begun = new GroupOfMarts(TwoDeliveries.in(GroupOfMarts.declaredIn(folder.resolve("begun"))));
        assertThat(begun.publications()).isEqualTo(1);
        var whole = begun.copy(folder.resolve("whole"));
        var monday = whole.recorded();
        var process = LakehouseProcess.start(whole.library(), TUESDAY);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        var tuesday = whole.recorded();
        assertThat(tuesday.rows()).isNotEqualTo(monday.rows()).isEqualTo(whole.latest());
        assertThat(whole.library().mart()).isEqualTo(begun.library().truth());

        var deaths = new ArrayList<Death>();
        var attempts = 0;
        while (deaths.size() < POINTS) {
            assertThat(++attempts).as("attempts for %d deaths", deaths.size()).isLessThan(4 * POINTS);
            var group = begun.copy(folder.resolve("attempt " + attempts));
            var delay = moments.nextInt(LATEST_MILLIS);
            var commits = killed(group, 1 + deaths.size() % GroupOfMarts.NAMES.size(), delay);
            if (commits > 0 && group.publications() == 1) {
                assertThat(group.recorded()).as("attempt %d", attempts).isEqualTo(monday);
                var latest = group.latest();
                deaths.add(new Death(commits, delay, !latest.equals(monday.rows()) && !latest.equals(tuesday.rows())));
                assertThat(group.library().run(TUESDAY).exitCode())
                        .as("attempt %d", attempts)
                        .isEqualTo(ExitCode.DONE);
                assertThat(group.recorded()).as("attempt %d", attempts).isEqualTo(tuesday);
                assertThat(group.latest()).as("attempt %d", attempts).isEqualTo(tuesday.rows());
            }
        }
        write(deaths, attempts);
    }

    /** How many marts were committed when the process died; none when it came to its end. */
    private static int killed(GroupOfMarts group, int commits, int delayMillis)
            throws IOException, InterruptedException {
        var process = LakehouseProcess.start(group.library(), TUESDAY);
        while (process.isAlive() && group.committed() < commits) {
            Thread.sleep(1);
        }
        Thread.sleep(delayMillis);
        var alive = process.isAlive();
        process.destroyForcibly().waitFor();
        return alive ? group.committed() : 0;
    }

    private static void write(List<Death> deaths, int attempts) throws IOException {
        var counts =
                deaths.stream().collect(Collectors.groupingBy(Death::commits, TreeMap::new, Collectors.counting()));
        var lines = new ArrayList<String>();
        deaths.forEach(death -> lines.add(death.line(lines.size() + 1)));
        Files.createDirectories(FIGURES.getParent());
        Files.writeString(FIGURES, """
                # Runs that are killed while they publish a group

                Written by `scripts/campaign kill-group`, seed %d. A process of `lakehouse run` gets SIGKILL some moment (less than %d ms) after the first, the second or the last of the %d marts of a group is committed. Of %d processes %d died before the record of the publication was there; the others came as far as the record and are not counted.
                Deaths by how many marts were committed: %s.
                After each of them the newest record still named the versions of the night before, and the rows at these versions were those of that night, although %d times the tables themselves showed two nights. The next run ended with exit code 0; its record named the versions, and its tables held the rows, of a run that nobody killed.

                | death | committed | ms later | the tables themselves showed |
                | --- | --- | --- | --- |
                %s
                """.formatted(
                        SEED,
                        LATEST_MILLIS,
                        GroupOfMarts.NAMES.size(),
                        attempts,
                        deaths.size(),
                        counts.entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + entry.getValue())
                                .collect(Collectors.joining(", ")),
                        deaths.stream().filter(Death::mixed).count(),
                        String.join("\n", lines)));
    }
}
