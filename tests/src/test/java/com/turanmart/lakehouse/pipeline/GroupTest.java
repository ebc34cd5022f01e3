package com.turanmart.lakehouse.pipeline;

import static com.turanmart.lakehouse.pipeline.LibraryLoans.MONDAY;
import static com.turanmart.lakehouse.pipeline.LibraryLoans.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.table.TableVersion;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.disk.Space;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Loan;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Night;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L4 for a group of two marts, one of which reads the other: its nights, those that die, and a rollback. */
class GroupTest {
    private static final TableName LOANS = TableName.parse("gold.loans_daily");
    private static final TableName DAYS = TableName.parse("gold.days");
    private static final String DAYS_FILE = "tables/gold/days.yaml";
    private static final String RULE = "ColumnValues \"loans\" < 3";

    @TempDir
    private static Path folder;

    private static LibraryLoans library;

    /** A command, what readers of the tables and readers of the record see after it, and the records. */
    private record Seen(Night night, List<String> tables, List<String> recorded, List<Publication> publications) {
        List<Long> ids() {
            return publications.stream().map(Publication::id).toList();
        }
    }

    private static Seen beforeTheRecord;
    private static Seen recorded;
    private static Seen betweenCommits;
    private static Seen completed;
    private static List<String> truthOfMonday;
    private static List<String> truthOfTuesday;
    private static Seen held;
    private static Seen rollbackThatDied;
    private static Seen rolledBack;
    private static Seen nightAfter;
    private static List<String> lastTruth;

    @BeforeAll
    static void nights() {
        library = new LibraryLoans(folder).declare(DAYS_FILE, """
                        table: gold.days
                        description: Loans and fees per day, of all branches.
                        owner: lending
                        group: lending
                        inputs: [gold.loans_daily]
                        grain: [lent_on]
                        unit: lent_on
                        touched: {gold.loans_daily: lent_on}
                        """).declare("sql/gold/days.sql", """
                        SELECT lent_on, sum(loans) AS loans, CAST(sum(fees) AS decimal(18, 2)) AS fees
                        FROM gold.loans_daily
                        GROUP BY lent_on
                        """);
        library.tables();
        library.deliver(MONDAY, "all.csv", new Loan(1, "east", MONDAY, 100, 1), new Loan(2, "west", MONDAY, 50, 1));
        truthOfMonday = truth();
        beforeTheRecord = dying("ops/publications/.*", () -> library.run(MONDAY));
        recorded = seen(library.run(MONDAY));

        library.deliver(TUESDAY, "all.csv", new Loan(2, "west", MONDAY, 75, 2), new Loan(3, "east", TUESDAY, 5, 1));
        truthOfTuesday = truth();
        betweenCommits = dying("gold/days/_delta_log/.*", () -> library.run(TUESDAY));
        completed = seen(library.run(TUESDAY));

        library.declare(DAYS_FILE, "touched:", "quality: {block: ['" + RULE + "']}\ntouched:");
        library.deliver(TUESDAY, "more.csv", new Loan(4, "east", MONDAY, 5, 1));
        held = seen(library.run(TUESDAY));

        rollbackThatDied = dying("gold/days/_delta_log/.*", () -> rollback("lending", "2"));
        rolledBack = seen(rollback("lending", "2"));
        library.declare(DAYS_FILE, "quality: {block: ['" + RULE + "']}\n", "");
        lastTruth = truth();
        nightAfter = seen(library.run(TUESDAY));
    }

    @Test
    void whatHasNoRecordIsRecordedByTheNextRun() {
        assertThat(beforeTheRecord.night().exitCode()).isEqualTo(ExitCode.SAFE_TO_RERUN);
        assertThat(beforeTheRecord.night().out()).contains("\n\nFAILED: gold.loans_daily, gold.days. ");
        assertThat(beforeTheRecord.tables()).isEqualTo(truthOfMonday);
        assertThat(beforeTheRecord.publications()).isEmpty();

        assertThat(recorded.night().exitCode()).as(recorded.night().err()).isEqualTo(ExitCode.DONE);
        assertThat(recorded.night().out())
                .contains("\n\nPUBLISHED: gold.loans_daily, gold.days\n", "publication 2 of lending");
        assertThat(recorded.tables()).isEqualTo(truthOfMonday).isEqualTo(recorded.recorded());
    }

    @Test
    void aRecordNamesEveryTableAndWhatItStandsOn() {
        assertThat(recorded.publications()).singleElement().satisfies(publication -> {
            assertThat(publication.id())
                    .as("the number of the record that died is spent")
                    .isEqualTo(2);
            assertThat(publication.tables()).extracting(TableVersion::table).containsExactlyInAnyOrder(LOANS, DAYS);
            assertThat(publication.inputs())
                    .extracting(input -> input.table().toString())
                    .containsExactly("silver.loans");
            assertThat(publication.date()).isEqualTo(MONDAY);
            assertThat(publication.restores()).isEmpty();
        });
    }

    @Test
    void aReaderOfTheRecordSeesNoMixOfARunThatDiedBetweenTwoCommits() {
        assertThat(betweenCommits.night().exitCode()).isEqualTo(ExitCode.SAFE_TO_RERUN);
        assertThat(betweenCommits.tables())
                .as("the mix that is there")
                .isNotEqualTo(truthOfMonday)
                .isNotEqualTo(truthOfTuesday);
        assertThat(betweenCommits.recorded()).isEqualTo(truthOfMonday);
    }

    @Test
    void theNextRunCompletesTheGroup() {
        assertThat(completed.night().exitCode()).as(completed.night().err()).isEqualTo(ExitCode.DONE);
        assertThat(completed.night().out()).contains("\n\nPUBLISHED: gold.loans_daily, gold.days\n");
        assertThat(completed.tables()).isEqualTo(truthOfTuesday).isEqualTo(completed.recorded());
        assertThat(completed.ids()).containsExactly(3L, 2L);
    }

    @Test
    void oneHeldMartHoldsTheGroup() {
        assertThat(held.night().exitCode()).isEqualTo(ExitCode.HELD);
        assertThat(held.tables()).isEqualTo(truthOfTuesday);
        assertThat(held.publications()).isEqualTo(completed.publications());
        assertThat(held.night().out())
                .containsPattern("gold.days +held .*\n +held: " + RULE + ": 1 of 2 rows break it, expected none; .*\n")
                .containsPattern("gold.loans_daily +blocked .*\n +held with gold.days\n");
    }

    @Test
    void aRollbackBringsAllTablesBackHoweverOftenItDies() {
        assertThat(rollbackThatDied.night().exitCode()).isEqualTo(ExitCode.SAFE_TO_RERUN);
        assertThat(rollbackThatDied.recorded()).isEqualTo(truthOfTuesday);

        assertThat(rolledBack.night().exitCode()).as(rolledBack.night().err()).isEqualTo(ExitCode.DONE);
        assertThat(rolledBack.tables()).isEqualTo(truthOfMonday).isEqualTo(rolledBack.recorded());
        assertThat(rolledBack.publications().get(0).restores())
                .contains(new Publication.Restored(2, "the fees were wrong", "lending"));
        assertThat(rolledBack.night().out()).startsWith("lending: publication 4 brings back publication 2: gold.");
    }

    @Test
    void theRunAfterARollbackAppliesWhatCameSince() {
        assertThat(nightAfter.night().exitCode()).as(nightAfter.night().err()).isEqualTo(ExitCode.DONE);
        assertThat(nightAfter.tables()).isEqualTo(lastTruth).isEqualTo(nightAfter.recorded());
        assertThat(nightAfter.ids()).containsExactly(5L, 4L, 3L, 2L);
    }

    @Test
    void publicationsAreListedTheNewestFirst() {
        var all = library.call("publications").out();

        assertThat(all.lines())
                .hasSize(5)
                .satisfies(lines -> assertThat(lines.get(2))
                        .matches("lending +4 .* gold.loans_daily \\d+, gold.days \\d+;"
                                + " rollback to 2 by lending: the fees were wrong"));
        assertThat(library.call("publications", "lending", "--limit", "1").out())
                .isEqualTo(all.lines().limit(2).reduce("", (text, line) -> text + line + "\n"));
    }

    @Test
    void aRollbackThatCannotBeWholeChangesNothing() throws IOException {
        var versions = library.tables().versions();

        assertThat(refused("lendin", "2"))
                .isEqualTo("No group 'lendin' is declared, and none was published. Did you mean 'lending'?\n");
        assertThat(refused("lending", "1")).startsWith("Cannot roll back: group 'lending' has no publication 1. ");
        assertThat(refused("lending", "5"))
                .startsWith("Cannot roll back: publication 5 of group 'lending' is what its tables hold already. ");
        var oldFile = Files.readString(library.root().resolve("gold/days/_delta_log/00000000000000000000.json"))
                .replaceFirst("(?s).*\"add\":\\{\"path\":\"([^\"]+)\".*", "$1");
        var away = folder.resolve("away");
        Files.move(library.root().resolve("gold/days").resolve(oldFile), away);
        assertThat(refused("lending", "2"))
                .isEqualTo("Cannot roll back: 1 of the files of gold.days version 0 are cleaned up. Nothing was"
                        + " changed. Choose another one: lakehouse publications lending\n");
        Files.move(away, library.root().resolve("gold/days").resolve(oldFile));
        assertThat(library.tables().versions()).isEqualTo(versions);

        Files.move(library.root().resolve("gold/days"), away);
        TestSession.SPARK.range(1).write().format("delta").save(library.root() + "/gold/days");
        assertThat(refused("lending", "2")).startsWith("Cannot roll back: gold.days was made anew since then");
        library.forget("gold/days");
        Files.move(away, library.root().resolve("gold/days"));
        assertThat(library.tables().versions()).isEqualTo(versions);
    }

    private static String refused(String group, String id) {
        var night = rollback(group, id);
        assertThat(night.exitCode()).as(night.out() + night.err()).isEqualTo(ExitCode.WRONG_CALL);
        return night.err();
    }

    private static Night rollback(String group, String id) {
        return library.call(
                "publish", "--rollback", group, "--to", id, "--reason", "the fees were wrong", "--by", "lending");
    }

    private static Seen dying(String paths, Supplier<Night> work) {
        try (var space = Space.limit(library.root(), paths, 0)) {
            var night = work.get();
            assertThat(space.ranOut()).as(paths).isTrue();
            return seen(night);
        }
    }

    private static Seen seen(Night night) {
        var publications =
                PublishedGroups.open(library.tables().configuration()).latest(Optional.of("lending"), 20);
        var recordedRows = publications.stream()
                .limit(1)
                .flatMap(publication -> publication.tables().stream())
                .flatMap(table -> rows(tables().read(table.table(), table.version())))
                .sorted()
                .toList();
        var latest = Stream.of(LOANS, DAYS)
                .flatMap(table -> rows(tables().read(table)))
                .sorted()
                .toList();
        return new Seen(night, latest, recordedRows, publications);
    }

    private static Stream<String> rows(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.mkString(","));
    }

    private static Tables tables() {
        return TestSession.tables(library.root());
    }

    /** What both marts must show for all loans that were delivered. */
    private static List<String> truth() {
        var loans = new TreeMap<String, Long>();
        var fees = new TreeMap<String, BigDecimal>();
        for (var line : library.truth()) {
            var cells = line.split(",", -1);
            loans.merge(cells[0], Long.valueOf(cells[2]), Long::sum);
            fees.merge(cells[0], new BigDecimal(cells[3]), BigDecimal::add);
        }
        var days = loans.keySet().stream().map(day -> day + "," + loans.get(day) + "," + fees.get(day));
        return Stream.concat(library.truth().stream(), days).sorted().toList();
    }
}
