package com.turanmart.lakehouse.silver;

import static com.turanmart.lakehouse.silver.Declared.sent;
import static com.turanmart.lakehouse.silver.SilverUnderTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-02-02");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    @TempDir
    private Path root;

    /** The schedule's number is the scope: each one is a sender of its own, with dates of its own. */
    @Test
    void l3AnyScheduleOfListsGivesTheSameRowsAndTheSameHistory() {
        var schedules = Schedules.draw(SnapshotTest::story);
        var table = open(List.of("case_no"), 0, true);

        for (var batch : schedules.batches()) {
            table.arrive(batch);
            assertThat(table.load().counts().addUp()).as("%s", schedules).isTrue();
        }

        var oracle = new ListsOracle(schedules.stories());
        assertThat(texts(table.rows(), "case_no", "id", "price"))
                .as("%s", schedules)
                .isEqualTo(oracle.rows());
        assertThat(texts(table.history(), "case_no", "id", "valid_from", "valid_to", "current", "price"))
                .as("%s", schedules)
                .isEqualTo(oracle.history());
    }

    private static List<BronzeRow> story(int number, Random random) {
        var story = new ArrayList<BronzeRow>();
        for (var day = 0; day < 7; day++) {
            for (var id = 0; id < 3; id++) {
                for (var copy = random.nextInt(4) % 3; copy > 0; copy--) {
                    story.add(row("" + random.nextInt(2), number, id, random.nextInt(2))
                            .on(MONDAY.plusDays(day)));
                }
            }
        }
        return story;
    }

    @Test
    void whatTheLatestListLacksIsGoneAndCountsAsRead() {
        var table = open(List.of(), 50, false);
        table.arriveAndLoad(row(1, 5), row(2, 5), row(3, 5), row(4, 5));

        var result = table.arriveAndLoad(
                row(1, 5).on(TUESDAY), row(2, 6).on(TUESDAY), row(5, 5).on(TUESDAY));

        assertThat(texts(table.rows(), "id", "price")).containsExactly("[1,5]", "[2,6]", "[5,5]");
        assertThat(result.counts()).isEqualTo(new Counts(5, 1, 1, 2, 1, 0, 0));
    }

    @Test
    void aLateOlderListChangesTheHistoryAlone() {
        var table = open(List.of(), 50, true);
        table.arriveAndLoad(row(1, 5).on(MONDAY), row(2, 5).on(MONDAY));
        table.arriveAndLoad(row(1, 5).on(WEDNESDAY));

        var late = table.arriveAndLoad(row(1, 7).on(TUESDAY), row(2, 5).on(TUESDAY));

        assertThat(late.counts()).isEqualTo(new Counts(2, 0, 0, 0, 0, 2, 0));
        assertThat(texts(table.rows(), "id", "price")).containsExactly("[1,5]");
        assertThat(texts(table.history(), "id", "price", "valid_from", "valid_to", "current"))
                .containsExactly(
                        "[1,5,2026-02-02,2026-02-03,false]",
                        "[1,5,2026-02-04,null,true]",
                        "[1,7,2026-02-03,2026-02-04,false]",
                        "[2,5,2026-02-02,2026-02-04,false]");
    }

    @Test
    void aNightInWhichNothingChangesAddsNothingToTheHistory() {
        var table = open(List.of(), 50, true);
        table.arriveAndLoad(row(1, 5).on(MONDAY), row(2, 5).on(MONDAY));

        var files = table.rows().inputFiles();
        var filesOfHistory = table.history().inputFiles();

        table.arriveAndLoad(row(1, 5).on(TUESDAY), row(2, 5).on(TUESDAY));

        assertThat(table.rows().inputFiles()).isEqualTo(files);
        assertThat(table.history().inputFiles()).isEqualTo(filesOfHistory);
        assertThat(texts(table.history(), "id", "valid_from", "valid_to"))
                .containsExactly("[1,2026-02-02,null]", "[2,2026-02-02,null]");
    }

    @Test
    void aListThatIsSuspiciouslySmallIsHeldUntilTheRestOfItComes() {
        var table = open(List.of(), 50, false);
        table.arriveAndLoad(list(MONDAY, 0, 10));

        var part = table.arriveAndLoad(list(TUESDAY, 0, 4));
        var kept = table.rows().count();
        var whole = table.arriveAndLoad(list(TUESDAY, 4, 8));

        assertThat(part.outcome()).isEqualTo(Outcome.HELD);
        assertThat(part.notes())
                .containsExactly(
                        "held: the full list for 2026-02-03 has 4 rows where 10 are now, expected at least 50 %."
                                + " Ask the sender for the whole list; if it is right, lower least_percent for this run.");
        assertThat(kept).isEqualTo(10);
        assertThat(whole.counts()).isEqualTo(new Counts(10, 0, 0, 2, 8, 0, 0));
        assertThat(table.rows().count()).isEqualTo(8);
    }

    @Test
    void ofSeveralScopesOnlyThoseThatCameLoseRows() {
        var table = open(List.of("case_no"), 50, false);
        table.arriveAndLoad(row("1", 1, 1, 5), row("1", 1, 2, 5), row("1", 2, 1, 5));

        table.arriveAndLoad(row("1", 1, 1, 5).on(TUESDAY));

        assertThat(texts(table.rows(), "case_no", "id")).containsExactly("[1,1]", "[2,1]");
    }

    private static BronzeRow[] list(LocalDate date, int from, int to) {
        return IntStream.range(from, to).mapToObj(id -> row(id, 5).on(date)).toArray(BronzeRow[]::new);
    }

    private static BronzeRow row(int id, int price) {
        return row("1", 0, id, price).on(MONDAY);
    }

    private static BronzeRow row(String sequence, int caseNo, int id, int price) {
        return BronzeRow.of(null, sequence, "" + caseNo, "" + id, "" + price).on(MONDAY);
    }

    private SilverUnderTest open(List<String> scope, int leastPercent, boolean history) {
        return new SilverUnderTest(root, declared(scope, leastPercent, history), "case_no", "id", "price");
    }

    private static SilverTable declared(List<String> scope, int leastPercent, boolean history) {
        return Declared.table(
                List.of("case_no", "id"),
                new Write.Snapshot(scope, List.of("_sequence"), leastPercent, history, false),
                Quality.NONE,
                sent("case_no", "int"),
                sent("id", "bigint"),
                sent("price", "int"));
    }
}
