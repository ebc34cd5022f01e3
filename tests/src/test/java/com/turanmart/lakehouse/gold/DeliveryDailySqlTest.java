package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mart's own SQL over small stories; each has a courier of its own. */
class DeliveryDailySqlTest {
    private static final String MART = "gold.delivery_daily";
    private static final LocalDateTime PROMISED = LocalDateTime.parse("2026-03-01T12:00:00");

    private static List<String> rows;

    @BeforeAll
    static void compute() {
        rows = inputs().rows(
                        MART,
                        "courier",
                        "country",
                        "parcels",
                        "delivered",
                        "on_time",
                        "on_time_share",
                        "average_late_minutes",
                        "p95_late_minutes",
                        "cost");
    }

    private static TinyTables inputs() {
        var parcels = Stream.of(
                Stream.of(parcel("open", "")),
                Stream.of(parcel("edge", seconds(0)), parcel("edge", seconds(59)), parcel("edge", "")),
                Stream.of(parcel("early", seconds(-7200)), parcel("early", seconds(3600))),
                IntStream.rangeClosed(1, 20).mapToObj(minutes -> parcel("twenty", seconds(minutes * 60L))),
                IntStream.rangeClosed(1, 21).mapToObj(minutes -> parcel("twenty-one", seconds(minutes * 60L))),
                // One and three of eight minutes: 0.125 and 0.375.
                IntStream.range(0, 8).mapToObj(number -> parcel("down", seconds(number == 0 ? 60 : 0))),
                IntStream.range(0, 8).mapToObj(number -> parcel("up", seconds(number < 3 ? 60 : 0))));
        return new TinyTables()
                .table(
                        "silver.deliveries",
                        "courier STRING, delivered_at TIMESTAMP, promised_at TIMESTAMP, promised_on DATE,"
                                + " currency STRING, cost DECIMAL(18,2)",
                        parcels.flatMap(story -> story).toArray(String[]::new));
    }

    private static String seconds(long late) {
        return PROMISED.plusSeconds(late).toString().replace('T', ' ');
    }

    private static String parcel(String courier, String deliveredAt) {
        var at = deliveredAt.length() == 16 ? deliveredAt + ":00" : deliveredAt;
        return courier + "," + at + ",2026-03-01 12:00:00,2026-03-01,KZT,1.10";
    }

    private static String of(String courier) {
        return rows.stream()
                .filter(row -> row.startsWith(courier + " "))
                .reduce((one, other) -> one + other)
                .orElseThrow();
    }

    @Test
    void aParcelThatHasNotComeIsNotOnTimeAndHasNoLateness() {
        assertThat(of("open")).isEqualTo("open KZ 1 0 0 0.0000 null null 1.10");
    }

    @Test
    void theSecondOfThePromiseIsOnTimeAndTheNextOneIsNot() {
        assertThat(of("edge")).isEqualTo("edge KZ 3 2 1 0.3333 0.00 0 3.30");
    }

    @Test
    void whatComesEarlyDoesNotMakeUpForWhatIsLate() {
        assertThat(of("early")).isEqualTo("early KZ 2 2 1 0.5000 30.00 60 2.20");
    }

    @Test
    void atMostFiveInAHundredAreLaterThanThe95thPercentile() {
        assertThat(of("twenty")).isEqualTo("twenty KZ 20 20 0 0.0000 10.50 19 22.00");
        assertThat(of("twenty-one")).isEqualTo("twenty-one KZ 21 21 0 0.0000 11.00 20 23.10");
    }

    @Test
    void averagesAreRoundedHalfEven() {
        assertThat(of("down")).isEqualTo("down KZ 8 8 7 0.8750 0.12 1 8.80");
        assertThat(of("up")).isEqualTo("up KZ 8 8 5 0.6250 0.38 1 8.80");
    }

    @Test
    void aFilterOnTheDayReachesTheParcels(@TempDir Path root) {
        var inputs = inputs().stored(root, "silver.deliveries");

        assertThat(TinyTables.filtersOnFiles(
                        inputs.defined(MART).where("promised_on IN (DATE'2026-03-01', DATE'2026-03-02')")))
                .singleElement()
                .asString()
                .contains(" IN (2026-03-01,2026-03-02)");
        assertThat(TinyTables.filtersOnFiles(inputs.defined(MART).where("parcels IN (7, 8)")))
                .singleElement()
                .asString()
                .doesNotContain(" IN (");
    }
}
