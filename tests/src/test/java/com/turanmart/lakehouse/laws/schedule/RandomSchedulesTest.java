package com.turanmart.lakehouse.laws.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.disk.Space;
import com.turanmart.lakehouse.pipeline.LakehouseUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * L2 and L3: 300 random schedules, which share the nights of one lakehouse and never a row. Silver is held for one of
 * them or more, while bronze goes on.
 */
class RandomSchedulesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 4);
    private static final int NIGHTS = 4;
    private static final long SCHEDULES = Long.getLong("lakehouse.schedules", 300);
    private static final long SEED = Long.getLong("lakehouse.seed", 1);

    private static final Map<String, String> CONFIGURATION =
            Map.of("env/local.yaml", """
            description: A folder of this test.
            root: nowhere
            """, "tables/bronze/feed_changes.yaml", """
            table: bronze.feed_changes
            description: Versions of rows.
            owner: nobody
            landing: {path: "feed/changes/dt={date}/*.csv", format: csv}
            columns: [id, number, state, amount]
            """, "tables/silver/rows.yaml", """
            table: silver.rows
            description: The latest version of each row.
            owner: nobody
            inputs: [bronze.feed_changes]
            grain: [id]
            columns:
              - {name: id, from: id, type: string}
              - {name: number, from: number, type: int, required: true}
              - {name: state, from: state, type: string, required: true}
              - {name: amount, from: amount, type: int, required: true}
            write: {latest_by: [number], delete_when: "state = 'gone'"}
            quality: {block: ['ColumnValues "amount" >= 0']}
            """);

    /** Where a run dies: before the commit of the table, so that the one after it has to heal. */
    private static final List<String> DEATHS = List.of("bronze/feed_changes", "silver/rows", "silver/rows__deleted");

    /** The nights from the one that brings a row which a rule holds the table for to the one of its correction. */
    private record Hold(int from, int until) {
        /** Never the first night: a table that is not there yet takes bronze as a whole. */
        static Hold of(Random dice) {
            var from = 1 + dice.nextInt(NIGHTS - 2);
            return new Hold(from, from + 1 + dice.nextInt(NIGHTS - 1 - from));
        }

        ExitCode end(int night) {
            return from <= night && night < until ? ExitCode.HELD : ExitCode.DONE;
        }

        List<Event> events(int night) {
            return Stream.of(new Event("hold-0", from, "new", "-1"), new Event("hold-0", until, "new", "1"))
                    .filter(event -> event.number() == night)
                    .toList();
        }
    }

    private final List<Schedule> schedules = LongStream.range(SEED, SEED + SCHEDULES)
            .mapToObj(seed -> new Schedule(seed, NIGHTS))
            .toList();

    @TempDir
    private Path folder;

    @Test
    void everyScheduleEndsInTheSameRows() throws IOException {
        var lakehouse = lakehouse();
        var dice = new Random(SEED);
        var hold = Hold.of(dice);
        for (var night = 0; night < NIGHTS; night++) {
            land(night);
            for (var event : hold.events(night)) {
                land(night, "hold" + night + ".csv", (Event.HEADER + event.line()).getBytes(StandardCharsets.UTF_8));
            }
            var death = DEATHS.get(dice.nextInt(DEATHS.size()));
            try (var space = Space.limit(folder.resolve("root"), death + "/_delta_log/.*", 0)) {
                var died = lakehouse.run(FIRST.plusDays(night)).exitCode();
                assertThat(died).as(death).isEqualTo(space.ranOut() ? ExitCode.SAFE_TO_RERUN : hold.end(night));
            }
            assertThat(lakehouse.run(FIRST.plusDays(night)).exitCode()).isEqualTo(hold.end(night));
        }

        var rows = rows(lakehouse);

        for (var schedule : schedules) {
            assertThat(rows.getOrDefault(schedule.name(), List.of()))
                    .as("-Dlakehouse.schedules=1 -Dlakehouse.seed="
                            + schedule.name().substring(1))
                    .isEqualTo(schedule.truth());
        }
    }

    /** The planted offence: the schedules tell a lakehouse in which the last to come wins a tie from one that is right. */
    @Test
    void theSchedulesFindALakehouseWithoutTieBreak() {
        assertThat(schedules)
                .filteredOn(schedule -> !schedule.withoutTieBreak().equals(schedule.truth()))
                .hasSizeGreaterThan(schedules.size() / 4);
    }

    private LakehouseUnderTest lakehouse() throws IOException {
        for (var file : CONFIGURATION.entrySet()) {
            var path = folder.resolve("conf").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return LakehouseUnderTest.inFolder(folder.resolve("conf"), folder.resolve("root"));
    }

    private void land(int night) throws IOException {
        for (var schedule : schedules) {
            for (var file : schedule.files()) {
                if (file.night() == night) {
                    land(file.day(), file.name(), file.bytes());
                }
            }
        }
    }

    private void land(int day, String name, byte[] bytes) throws IOException {
        var landed = folder.resolve("root/landing/feed/changes/dt=" + FIRST.plusDays(day));
        Files.createDirectories(landed);
        Files.write(landed.resolve(name), bytes);
    }

    private static Map<String, List<String>> rows(LakehouseUnderTest lakehouse) {
        var rows = new TreeMap<String, List<String>>();
        lakehouse.read("silver.rows").select("id", "number", "state", "amount").orderBy("id").collectAsList().stream()
                .map(row -> row.mkString(","))
                .forEach(row ->
                        rows.merge(row.substring(0, row.indexOf('-')), List.of(row), RandomSchedulesTest::joined));
        return rows;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
