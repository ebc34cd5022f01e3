package com.turanmart.lakehouse.pipeline;

import static com.turanmart.lakehouse.pipeline.LibraryLoans.MONDAY;
import static com.turanmart.lakehouse.pipeline.LibraryLoans.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.disk.Space;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Loan;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Night;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of quarantined rows, as a person leads it on the command line. */
class QuarantineLifeTest {
    private static final String ODD = """
            loan_id,branch,lent_on,fee_cents,version
            4,east
            5,north,2026-05-05,1,1
            6,east,soon,1,1
            7,south,2026-05-05,1,1
            1,south,2026-05-04,1,0
            """;

    @TempDir
    private static Path folder;

    private static LibraryLoans library;
    private static List<String> firstList;
    private static Night explainedBeforeTheRuleWasMended;
    private static Night explainedAfterwards;
    private static Night explainedBehindALaterVersion;
    private static Night released;
    private static List<String> decidedList;
    private static Night second;
    private static List<String> lastList;
    private static Map<String, Long> versions;
    private static Night third;

    @BeforeAll
    static void nights() {
        library = new LibraryLoans(folder);
        library.tables();
        library.deliver(MONDAY, "east.csv", new Loan(1, "east", MONDAY, 100, 1), new Loan(2, "west", MONDAY, 50, 1));
        library.deliver(TUESDAY, "odd.csv", ODD.getBytes(StandardCharsets.UTF_8));
        assertThat(library.run(TUESDAY).exitCode()).isEqualTo(ExitCode.DONE);
        firstList = told("list");
        explainedBeforeTheRuleWasMended = quarantine("explain", id(3));
        library.declare("tables/silver/loans.yaml", "[\"east\", \"west\"]", "[\"east\", \"west\", \"north\"]");
        explainedAfterwards = quarantine("explain", id(3));
        explainedBehindALaterVersion = quarantine("explain", id(6));
        decided("discard", id(5));
        decided("release", "--table", "bronze.desk_loans", "--reason", "fields");
        released = decided("release", id(3), id(4));
        decidedList = told("list");
        for (var place : List.of("quarantine/silver_loans", "silver/loans")) {
            try (var space = Space.limit(library.root(), place + "/_delta_log/.*", 0)) {
                assertThat(library.run(TUESDAY).exitCode()).isEqualTo(ExitCode.SAFE_TO_RERUN);
                assertThat(space.ranOut()).as(place).isTrue();
            }
        }
        second = library.run(TUESDAY);
        lastList = told("list");
        versions = library.tables().versions();
        third = library.run(TUESDAY);
    }

    @Test
    void rowsAreListedByTableStateAndReason() {
        assertThat(firstList)
                .containsExactlyInAnyOrder(
                        "bronze.desk_loans open 1 2 fields, the header has 5",
                        "silver.loans open 3 ColumnValues \"branch\" in [\"east\",\"west\"]",
                        "silver.loans open 1 lent_on is no date");
    }

    @Test
    void anExplanationJudgesTheRowByTheRulesOfToday() {
        assertThat(explainedBeforeTheRuleWasMended.out())
                .contains(
                        "sent in       desk/loans/dt=2026-05-05/odd.csv, line 3 (sha256 ",
                        "today         it would be put aside: ColumnValues \"branch\"",
                        "what to do    mend the rule");
        assertThat(explainedAfterwards.out())
                .contains("today         it would come in", "what to do    release it, and run");
    }

    @Test
    void anExplanationSaysWhenTheTableHasALaterVersion() {
        assertThat(explainedBehindALaterVersion.out())
                .contains(
                        "today         it would be put aside: ColumnValues \"branch\"",
                        "what to do    discard it: the table has a row of its key that is as late");
    }

    @Test
    void aDecisionIsSeenUntilARunHasActedUponIt() {
        assertThat(released.out()).contains("silver.loans: 2 rows released.");
        assertThat(decidedList)
                .containsExactlyInAnyOrder(
                        "bronze.desk_loans released 1 2 fields, the header has 5",
                        "silver.loans discarded 1 ColumnValues \"branch\" in [\"east\",\"west\"]",
                        "silver.loans open 1 ColumnValues \"branch\" in [\"east\",\"west\"]",
                        "silver.loans released 1 ColumnValues \"branch\" in [\"east\",\"west\"]",
                        "silver.loans released 1 lent_on is no date");
    }

    @Test
    void aReleasedRowComesInOnceHoweverOftenTheRunDies() {
        assertThat(second.exitCode()).as(second.err()).isEqualTo(ExitCode.DONE);
        assertThat(second.out()).containsPattern("silver.loans +loaded +2 in +1 out +1 quarantined");
        library.know(new Loan(5, "north", TUESDAY, 1, 1));
        assertThat(library.mart()).isEqualTo(library.truth());
        assertThat(library.tables().count("silver.loans")).isEqualTo(3);
    }

    @Test
    void aReleasedRowThatIsStillBrokenIsOpenAgain() {
        assertThat(lastList)
                .containsExactlyInAnyOrder(
                        "bronze.desk_loans open 1 2 fields, the header has 5",
                        "silver.loans discarded 1 ColumnValues \"branch\" in [\"east\",\"west\"]",
                        "silver.loans open 1 ColumnValues \"branch\" in [\"east\",\"west\"]",
                        "silver.loans resolved 1 ColumnValues \"branch\" in [\"east\",\"west\"]",
                        "silver.loans open 1 lent_on is no date");
        assertThat(library.tables().count("quarantine.silver_loans"))
                .as("one entry each time that a row is put aside")
                .isEqualTo(5);
        assertThat(library.tables().count("quarantine.bronze_desk_loans")).isEqualTo(2);
    }

    @Test
    void theNextRunHasNothingToDo() {
        assertThat(third.out()).contains("NOTHING NEW");
        assertThat(library.tables().versions()).isEqualTo(versions);
    }

    @Test
    void rowsAreShownWithoutWhatASenderWroteInABrokenLine() {
        assertThat(told("show", "--table", "silver.loans", "--reason", "branch", "--limit", "1"))
                .singleElement()
                .asString()
                .startsWith(id(3) + " resolved 3 desk/loans/dt=2026-05-05/odd.csv");
        assertThat(quarantine("show", "--table", "bronze.desk_loans").out())
                .contains("desk/loans/dt=2026-05-05/odd.csv")
                .doesNotContain("4,east");
    }

    @Test
    void aDecisionThatCannotBeMadeSaysWhy() {
        var why = List.of("--because", "a test", "--by", "a tester");

        assertThat(refused("release", why, "f00", id(4)))
                .startsWith("No quarantined row has the id f00. See the ids: ");
        assertThat(refused("discard", why, id(3))).startsWith("Cannot discard: " + id(3) + " is resolved. ");
        assertThat(refused("release", why, "--table", "silver.loan", "--reason", "x"))
                .startsWith(
                        "--table: no bronze or silver table 'silver.loan' is declared. Did you mean 'silver.loans'?");
        assertThat(refused("release", why, "--table", "silver.loans", "--reason", "colour"))
                .startsWith("No open row of silver.loans has a reason that contains 'colour'. See the reasons: ");
        assertThat(refused("release", why)).startsWith("Name rows by their ids, or by --table and --reason");
        assertThat(refused("release", List.of("--because", "a test"), id(4)))
                .contains("Missing required option: '--by=NAME'");
        assertThat(refused("release", List.of("--because", " ", "--by", "x"), id(4)))
                .startsWith("--because and --by: ");
        assertThat(told("list")).isEqualTo(lastList);
    }

    @Test
    void aLineWhoseFileIsGoneCannotBeReleased() throws IOException {
        var line = told("show", "--table", "bronze.desk_loans").get(0).replaceFirst(" .*", "");
        Files.writeString(library.day(TUESDAY).resolve("odd.csv"), "something else");
        try {
            assertThat(refused("release", List.of("--because", "a test", "--by", "a tester"), line))
                    .startsWith("Cannot release lines of desk/loans/dt=2026-05-05/odd.csv: the landing zone does not");
        } finally {
            Files.writeString(library.day(TUESDAY).resolve("odd.csv"), ODD);
        }
    }

    /** The id of the row of silver that was sent in a line. */
    private static String id(int line) {
        return library.tables()
                .read("quarantine.silver_loans")
                .where("_line = " + line)
                .first()
                .getAs("_id");
    }

    private static Night quarantine(String... arguments) {
        return library.call(
                Stream.concat(Stream.of("quarantine"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static Night decided(String... arguments) {
        var night = quarantine(Stream.concat(
                        Stream.of(arguments), Stream.of("--because", "the rule was too strict", "--by", "lending"))
                .toArray(String[]::new));
        assertThat(night.exitCode()).as(night.err()).isEqualTo(ExitCode.DONE);
        return night;
    }

    private static String refused(String command, List<String> why, String... arguments) {
        var night = quarantine(Stream.of(Stream.of(command), Stream.of(arguments), why.stream())
                .flatMap(part -> part)
                .toArray(String[]::new));
        assertThat(night.exitCode()).as(night.out() + night.err()).isEqualTo(ExitCode.WRONG_CALL);
        return night.err();
    }

    /** The rows of a printed list, without its head, times and blanks. */
    private static List<String> told(String... arguments) {
        var night = quarantine(arguments);
        assertThat(night.exitCode()).as(night.err()).isEqualTo(ExitCode.DONE);
        return night.out()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll(" \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "")
                        .replaceAll(" +", " "))
                .toList();
    }
}
