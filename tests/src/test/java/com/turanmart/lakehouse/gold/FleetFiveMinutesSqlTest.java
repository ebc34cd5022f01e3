package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mart's own SQL over small stories; each has a vehicle of its own. */
class FleetFiveMinutesSqlTest {
    private static final String MART = "gold.fleet_5min";

    private static List<String> rows;

    @BeforeAll
    static void compute() {
        rows = inputs().rows(
                        MART,
                        "vehicle_id",
                        "CAST(window_start AS STRING)",
                        "pings",
                        "average_speed_kmh",
                        "max_speed_kmh",
                        "max_engine_c");
    }

    private static TinyTables inputs() {
        var pings = Stream.of(
                Stream.of(
                        ping("edge", "10:04:59", "10.0", "90.5"),
                        ping("edge", "10:05:00", "20.0", "-3.0"),
                        ping("edge", "23:59:59", "0.0", "70.0")),
                // 0.125 and 0.375 kilometres an hour.
                IntStream.range(0, 8)
                        .mapToObj(number -> ping("down", "10:00:0" + number, number == 0 ? "1.0" : "0", "1")),
                IntStream.range(0, 8)
                        .mapToObj(number -> ping("up", "10:00:0" + number, number < 3 ? "1.0" : "0", "1")));
        return new TinyTables()
                .table(
                        "silver.vehicle_pings",
                        "vehicle_id STRING, pinged_on DATE, pinged_at TIMESTAMP, speed_kmh DECIMAL(5,1),"
                                + " engine_c DECIMAL(5,1)",
                        pings.flatMap(story -> story).toArray(String[]::new));
    }

    private static String ping(String vehicle, String time, String speed, String engine) {
        return vehicle + ",2026-03-01,2026-03-01 " + time + "," + speed + "," + engine;
    }

    @Test
    void aPingAtAnEdgeOpensAWindow() {
        assertThat(rows)
                .contains(
                        "edge 2026-03-01 10:00:00 1 10.00 10.0 90.5",
                        "edge 2026-03-01 10:05:00 1 20.00 20.0 -3.0",
                        "edge 2026-03-01 23:55:00 1 0.00 0.0 70.0");
    }

    @Test
    void averagesAreRoundedHalfEven() {
        assertThat(rows).contains("down 2026-03-01 10:00:00 8 0.12 1.0 1.0", "up 2026-03-01 10:00:00 8 0.38 1.0 1.0");
    }

    @Test
    void aFilterOnTheDayReachesThePings(@TempDir Path root) {
        var inputs = inputs().stored(root, "silver.vehicle_pings");

        assertThat(TinyTables.filtersOnFiles(
                        inputs.defined(MART).where("pinged_on IN (DATE'2026-03-01', DATE'2026-03-02')")))
                .singleElement()
                .asString()
                .contains(" IN (2026-03-01,2026-03-02)");
    }
}
