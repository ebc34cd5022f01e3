package com.turanmart.lakehouse.silver;

import static com.turanmart.lakehouse.silver.Declared.required;
import static com.turanmart.lakehouse.silver.Declared.sent;
import static com.turanmart.lakehouse.silver.SilverUnderTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.run.Counts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-02-01");
    private static final int WITHIN_DAYS = 2;

    @TempDir
    private Path root;

    @Test
    void l3AnyScheduleOfEventsGivesTheSameTable() {
        var schedules = Schedules.draw(AppendTest::story);
        var table = open();

        for (var batch : schedules.batches()) {
            table.arrive(batch);
            assertThat(table.load().counts().addUp()).as("%s", schedules).isTrue();
        }

        assertThat(texts(table.rows(), "case_no", "id", "at", "page"))
                .as("%s", schedules)
                .isEqualTo(firsts(schedules.stories()));
    }

    private static List<BronzeRow> story(int number, Random random) {
        var story = new ArrayList<BronzeRow>();
        for (var event = 0; event < 10; event++) {
            story.add(event("" + number, "" + random.nextInt(2), random.nextInt(12), "" + random.nextInt(2)));
        }
        return story;
    }

    /** Every pair of events is compared: an oracle without windows. */
    private static List<String> firsts(List<List<BronzeRow>> stories) {
        return stories.stream()
                .flatMap(story -> story.stream()
                        .map(BronzeRow::texts)
                        .distinct()
                        .filter(event ->
                                story.stream().map(BronzeRow::texts).noneMatch(other -> outdoes(other, event))))
                .map(event -> "[" + String.join(",", event) + "]")
                .sorted()
                .toList();
    }

    private static boolean outdoes(List<String> one, List<String> other) {
        var time = LocalDate.parse(one.get(2));
        var later = LocalDate.parse(other.get(2));
        return one.get(1).equals(other.get(1))
                && !time.isBefore(later.minusDays(WITHIN_DAYS))
                && (time.isBefore(later) || (time.equals(later) && one.get(3).compareTo(other.get(3)) < 0));
    }

    @Test
    void repetitionsAreCountedAndALateEarlierEventTakesThePlaceOfALaterOne() {
        var table = open();
        var first = table.arriveAndLoad(event("0", "1", 5, "a"), event("0", "1", 6, "a"), event("0", "2", 5, "a"));

        var second = table.arriveAndLoad(event("0", "1", 4, "b"), event("0", "2", 5, "a"));

        assertThat(first.counts()).isEqualTo(new Counts(3, 2, 0, 0, 0, 1, 0));
        assertThat(second.counts()).isEqualTo(new Counts(3, 1, 0, 1, 1, 0, 0));
        assertThat(texts(table.rows(), "id", "at", "page")).containsExactly("[1,2026-02-05,b]", "[2,2026-02-06,a]");
    }

    @Test
    void eventsThatAreAllBrokenArePutAsideAndTheTableStays() {
        var table = open();
        table.arriveAndLoad(event("0", "1", 5, "a"));

        var broken = table.arriveAndLoad(BronzeRow.of(null, "1", "0", "2", "soon", "a"));

        assertThat(broken.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 1));
        assertThat(texts(table.rows(), "id")).containsExactly("[1]");
    }

    @Test
    void eventsThatNothingKeptCanRepeatAreAppendedWithoutReadingTheTable() {
        var table = open();
        table.arriveAndLoad(event("0", "1", 0, "a"));
        table.arriveAndLoad(event("0", "1", 9, "a"));
        var filesOfAnother = Stream.of(9, 11, 12, 30)
                .map(day -> FIRST.plusDays(day))
                .map(at -> new KeyRange("at", "DATE '" + at + "'", "DATE '" + at + "'").widened(WITHIN_DAYS))
                .map(range -> table.rows().where(range.holds()).inputFiles().length)
                .toList();

        table.arriveAndLoad(event("0", "1", 30, "a"));

        assertThat(filesOfAnother).containsExactly(1, 1, 0, 0);
        assertThat(table.metrics()).containsEntry("numOutputRows", 1L).doesNotContainKey("numTargetRowsInserted");
    }

    private static BronzeRow event(String caseNo, String id, int day, String page) {
        return BronzeRow.of(null, "1", caseNo, id, "" + FIRST.plusDays(day), page);
    }

    private SilverUnderTest open() {
        return new SilverUnderTest(root, declared(), "case_no", "id", "at", "page");
    }

    private static SilverTable declared() {
        return Declared.table(
                List.of("case_no", "id"),
                new Write.Append("at", WITHIN_DAYS),
                Quality.NONE,
                sent("case_no", "int"),
                sent("id", "bigint"),
                required(sent("at", "date")),
                sent("page", "string"));
    }
}
