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
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CdcTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-02-01");

    @TempDir
    private Path root;

    @Test
    void l3AnyScheduleOfChangesGivesTheSameRowsAndTheSameHistory() {
        var schedules = Schedules.draw(CdcTest::story);
        var table = open(true);

        for (var batch : schedules.batches()) {
            table.arrive(batch);
            assertThat(table.load().counts().addUp()).as("%s", schedules).isTrue();
        }

        var oracle = new ChangesOracle(schedules.stories());
        assertThat(texts(table.rows(), "case_no", "id", "changed_at", "status", "amount", "_sequence"))
                .as("%s", schedules)
                .isEqualTo(oracle.rows());
        assertThat(texts(
                        table.history(),
                        "case_no",
                        "id",
                        "valid_from",
                        "valid_to",
                        "current",
                        "status",
                        "amount",
                        "_sequence"))
                .as("%s", schedules)
                .isEqualTo(oracle.history());
    }

    /** Without a tie-break the last one that comes would win: the schedules must be such that this shows. */
    @Test
    void theSchedulesWouldShowAMissingTieBreak() {
        var schedules = Schedules.draw(7, CdcTest::story);

        var arrivalDecides = ChangesOracle.whereArrivalDecidesTies(schedules.batches());

        assertThat(arrivalDecides).isNotEqualTo(new ChangesOracle(schedules.stories()).rows());
    }

    private static List<BronzeRow> story(int number, Random random) {
        var story = new ArrayList<BronzeRow>();
        for (var change = 0; change < 12; change++) {
            var sequence = random.nextInt(6);
            var id = "" + random.nextInt(3);
            var op = List.of("I", "U", "U", "D").get(random.nextInt(4));
            var bare = op.equals("D") && random.nextBoolean();
            var row = BronzeRow.of(
                    op,
                    random.nextInt(6) == 0 ? null : "" + sequence,
                    "" + number,
                    id,
                    "" + FIRST.plusDays(sequence / 2),
                    bare ? null : "" + (char) ('a' + random.nextInt(3)),
                    bare ? "odd" : random.nextInt(3) == 0 ? null : "" + random.nextInt(3));
            var before = "" + random.nextInt(3);
            story.add(op.equals("U") && random.nextInt(3) == 0 ? row.before(Map.of("id", before)) : row);
        }
        return story;
    }

    @Test
    void aDeleteNeedsItsKeyAndItsOrderOnly() {
        var table = open(false);
        table.arriveAndLoad(row("I", "1", "17", "new", "1"), row("I", "1", "18", "new", "1"));

        var result = table.arriveAndLoad(row("D", "2", "17", null, "odd"), row("D", "2", "no id", "new", "1"));

        assertThat(result.counts()).isEqualTo(new Counts(2, 0, 0, 1, 0, 0, 1));
        assertThat(texts(table.rows(), "id")).containsExactly("[18]");
    }

    @Test
    void anUpdateThatChangesTheKeyTakesTheOldRowAway() {
        var table = open(false);
        table.arriveAndLoad(row("I", "1", "17", "new", "1"));

        var result = table.arriveAndLoad(
                row("U", "3", "18", "paid", "1").before(Map.of("id", "17")),
                row("U", "4", "18", "sent", "1").before(Map.of("id", "18", "status", "paid")));
        var late = table.arriveAndLoad(row("U", "2", "17", "late", "1"));

        assertThat(texts(table.rows(), "id", "status")).containsExactly("[18,sent]");
        assertThat(result.counts()).isEqualTo(new Counts(3, 1, 0, 1, 0, 1, 0));
        assertThat(late.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void aKeyThatIsOnlyWrittenInAnotherWayStaysWhereItIs() {
        var table = open(false);
        var change = row("U", "3", "17", "paid", "1").before(Map.of("id", "017"));

        table.arriveAndLoad(change);
        table.arriveAndLoad(change);

        assertThat(texts(table.rows(), "id", "status")).containsExactly("[17,paid]");
    }

    @Test
    void rowsThatHaveNotChangedAreNotWrittenAgain() {
        var table = open(false);
        table.arriveAndLoad(row("I", "1", "17", "new", "1"), row("I", "1", "18", "new", "1"));
        var files = table.rows().inputFiles();

        var result = table.arriveAndLoad(row("I", "1", "17", "new", "1"), row("D", "0", "18", "new", "1"));

        assertThat(result.counts()).isEqualTo(new Counts(2, 0, 0, 0, 2, 0, 0));
        assertThat(table.rows().inputFiles()).isEqualTo(files);
    }

    @Test
    void aMergeReadsOnlyFilesThatCanHoldItsKeys() {
        var table = open(false);
        table.arriveAndLoad(row("I", "1", "17", "new", "1"));
        table.arriveAndLoad(row("I", "1", "170", "new", "1"));

        var range = KeyRange.of(table.rows().where("id = 170"), "id");

        assertThat(table.rows().inputFiles()).hasSize(2);
        assertThat(table.rows().where(range.holds()).inputFiles()).hasSize(1);
    }

    private static BronzeRow row(String op, String sequence, String id, String status, String amount) {
        return BronzeRow.of(op, sequence, "0", id, "" + FIRST, status, amount);
    }

    private SilverUnderTest open(boolean history) {
        return new SilverUnderTest(root, declared(history), "case_no", "id", "changed_at", "status", "amount");
    }

    private static SilverTable declared(boolean history) {
        return Declared.table(
                List.of("id", "case_no"),
                new Write.Cdc(List.of("changed_at", "_sequence"), history, false),
                Quality.NONE,
                sent("case_no", "int"),
                sent("id", "bigint"),
                required(sent("changed_at", "date")),
                required(sent("status", "string")),
                sent("amount", "decimal(18,2)"));
    }
}
