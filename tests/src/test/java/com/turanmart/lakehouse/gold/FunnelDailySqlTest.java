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

/** The mart's own SQL over small stories; each has a session_id and a device of its own. */
class FunnelDailySqlTest {
    private static final String EVENTS = "silver.click_events";
    private static final String VISITS = "silver.app_visits";
    private static final String MART = "gold.funnel_daily";
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-03-01T12:00:00");

    private static List<String> rows;

    @BeforeAll
    static void compute() {
        rows = inputs().built(VISITS)
                .rows(MART, "device", "session_date", "country", "sessions", "events", "views", "sessions_with_view");
    }

    private static TinyTables inputs() {
        var events = Stream.of(
                Stream.of(event("within", "2026-03-01 10:00:00"), event("within", "2026-03-01 10:29:59")),
                Stream.of(event("exactly", "2026-03-01 10:00:00"), event("exactly", "2026-03-01 10:30:00")),
                Stream.of(event("midnight", "2026-03-01 23:50:00"), event("midnight", "2026-03-02 00:10:00")),
                Stream.of(event("pause", "2026-03-01 23:45:00"), event("pause", "2026-03-02 00:15:00")),
                Stream.of(event("apart", "2026-03-01 10:00:00"), event("apart", "2026-03-01 10:40:00")),
                // The same, and what came late between the two.
                Stream.of(
                        event("joined", "2026-03-01 10:00:00"),
                        event("joined", "2026-03-01 10:40:00"),
                        event("joined", "2026-03-01 10:20:00")),
                // Every twenty minutes for three days and a half.
                IntStream.range(0, 252)
                        .mapToObj(number -> event(
                                "robot",
                                NOON.plusMinutes(number * 20L).toString().replace('T', ' ') + ":00")),
                Stream.of(
                        "b,ties,2026-03-01,2026-03-01 10:00:00,view,KZ,tie",
                        "a,ties,2026-03-01,2026-03-01 10:00:00,cart,AE,tie",
                        "c,none,2026-03-01,2026-03-01 10:00:00,search,UZ,"));
        return new TinyTables()
                .table(
                        EVENTS,
                        "event_id STRING, session_id STRING, occurred_on DATE, occurred_at TIMESTAMP, event STRING,"
                                + " country STRING, device STRING",
                        events.flatMap(story -> story).toArray(String[]::new));
    }

    private static String event(String story, String at) {
        return at + "," + story + "," + at.substring(0, 10) + "," + at + ",view,UZ," + story;
    }

    private static List<String> of(String story) {
        return rows.stream().filter(row -> row.startsWith(story + " ")).toList();
    }

    @Test
    void aPauseOfExactlyThirtyMinutesEndsASession() {
        assertThat(of("within")).containsExactly("within 2026-03-01 UZ 1 2 2 1");
        assertThat(of("exactly")).containsExactly("exactly 2026-03-01 UZ 2 2 2 2");
    }

    @Test
    void aSessionOverMidnightBelongsToTheDayOfItsFirstEvent() {
        assertThat(of("midnight")).containsExactly("midnight 2026-03-01 UZ 1 2 2 1");
        assertThat(of("pause")).containsExactly("pause 2026-03-01 UZ 1 1 1 1", "pause 2026-03-02 UZ 1 1 1 1");
    }

    @Test
    void aLateEventJoinsTwoSessions() {
        assertThat(of("apart")).containsExactly("apart 2026-03-01 UZ 2 2 2 2");
        assertThat(of("joined")).containsExactly("joined 2026-03-01 UZ 1 3 3 1");
    }

    @Test
    void whoNeverPausesBeginsASessionEachDayAfterTheSecond() {
        assertThat(of("robot"))
                .containsExactly(
                        "robot 2026-03-01 UZ 1 108 108 1",
                        "robot 2026-03-03 UZ 1 72 72 1",
                        "robot 2026-03-04 UZ 1 72 72 1");
    }

    @Test
    void aSessionIsWhereItsFirstEventWas() {
        assertThat(of("tie")).containsExactly("tie 2026-03-01 AE 1 2 1 1");
        assertThat(of("unknown")).containsExactly("unknown 2026-03-01 UZ 1 1 0 0");
    }

    @Test
    void aFilterOnTheDayReachesVisitsAndEvents(@TempDir Path root) {
        var days = " IN (DATE'2026-03-01', DATE'2026-03-02')";
        var inputs = inputs().stored(root, EVENTS);
        assertThat(TinyTables.filtersOnFiles(inputs.defined(VISITS).where("occurred_on" + days)))
                .singleElement()
                .asString()
                .contains(" IN (2026-03-01,2026-03-02)");

        inputs.built(VISITS).stored(root, VISITS, "occurred_on");

        assertThat(TinyTables.filtersOnFiles(inputs.defined(MART).where("session_date" + days)))
                .hasSize(4)
                .allSatisfy(filter -> assertThat(filter).contains("occurred_on", " IN (2026-03-01,2026-03-02)"));
    }
}
