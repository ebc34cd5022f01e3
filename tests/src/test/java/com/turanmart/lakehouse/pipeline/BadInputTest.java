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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong outside: one clear line with a remedy, and nothing lost once the cause is gone. */
class BadInputTest {
    private static final Loan EAST = new Loan(1, "east", MONDAY, 100, 1);
    private static final Loan WEST = new Loan(2, "west", MONDAY, 250, 1);

    @TempDir
    private Path folder;

    private LibraryLoans library;

    @BeforeEach
    void open() {
        library = new LibraryLoans(folder);
        library.tables();
    }

    @Test
    void aMissingLandingZoneIsAWrongCall() throws IOException {
        Files.delete(library.root().resolve("landing"));

        var night = library.run(MONDAY);

        assertThat(night.exitCode()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(night.out()).isEmpty();
        assertThat(night.err())
                .isEqualTo("Missing landing zone " + library.root() + "/landing. Create it, or say where it lies:"
                        + " zones.landing or LAKEHOUSE_ZONES_LANDING.\n");
    }

    @Test
    void anEmptyDayIsWaitedFor() throws IOException {
        library.deliver(MONDAY, "east.csv", EAST);
        library.run(MONDAY);
        var published = library.mart();
        library.deliver(MONDAY, "west.csv", WEST);
        Files.createDirectories(library.day(TUESDAY));

        var night = library.run(TUESDAY);

        assertThat(night.exitCode()).isEqualTo(ExitCode.WAITING);
        assertThat(night.out())
                .contains("no delivery for 2026-05-05 under desk/loans/dt={date}/*.csv*. Ask lending,"
                        + " or run again when it has come.\n")
                .contains("\nWAITING: ")
                .contains(
                        "Not built: gold.loans_daily. Nothing was published: readers still see the last good version.");
        assertThat(library.mart()).isEqualTo(published);

        library.deliver(TUESDAY, "east.csv", new Loan(3, "east", TUESDAY, 0, 1));
        publishesTheTruth(library.run(TUESDAY));
    }

    @Test
    void halfAFileIsHeldAndTheRestIsLoaded() throws IOException {
        var whole = LibraryLoans.gzip(LibraryLoans.csv(many(4000)));
        library.deliver(MONDAY, "east.csv", EAST);
        library.deliver(MONDAY, "rest.csv.gz", Arrays.copyOf(whole, whole.length / 2));

        var night = library.run(MONDAY);

        isHeld(night, "desk/loans/dt=2026-05-04/rest.csv.gz is held: its gzip data is cut off");
        assertThat(library.tables().count("bronze.desk_loans")).isEqualTo(1);
        assertThat(library.tables().count("gold.loans_daily")).isZero();

        library.deliver(MONDAY, "rest.csv.gz", whole).know(many(4000));
        publishesTheTruth(library.run(MONDAY));
    }

    @Test
    void aFileThatIsNotUtf8IsHeld() {
        library.deliver(MONDAY, "east.csv", EAST);
        library.deliver(
                MONDAY,
                "west.csv",
                "loan_id,branch,lent_on,fee_cents,version\n2,Zürich,2026-05-04,1,1\n"
                        .getBytes(StandardCharsets.ISO_8859_1));

        isHeld(
                library.run(MONDAY),
                "desk/loans/dt=2026-05-04/west.csv is held: it is not UTF-8 text: byte 45 cannot be decoded");

        library.deliver(MONDAY, "west.csv", WEST);
        publishesTheTruth(library.run(MONDAY));
    }

    @Test
    void aTableThatRefusesDriftHoldsAFileWithOtherColumns() throws IOException {
        var declared = library.conf().resolve("tables/bronze/desk_loans.yaml");
        Files.writeString(declared, Files.readString(declared) + "drift: refuse\n");
        library.deliver(MONDAY, "east.csv", EAST);
        library.deliver(
                MONDAY,
                "west.csv",
                "loan_id,branch,lent_on,fee_cent,version\n2,west,2026-05-04,1,1\n".getBytes(StandardCharsets.UTF_8));

        isHeld(
                library.run(MONDAY),
                "desk/loans/dt=2026-05-04/west.csv is held: column 'fee_cents' is missing in"
                        + " desk/loans/dt=2026-05-04/west.csv. Was it renamed to 'fee_cent'?;"
                        + " column 'fee_cent' is not declared: 1 row of desk/loans/dt=2026-05-04/west.csv");

        library.deliver(MONDAY, "west.csv", WEST);
        publishesTheTruth(library.run(MONDAY));
    }

    @Test
    void aHeaderWithoutRowsIsADelivery() {
        library.deliver(MONDAY, "east.csv", EAST);
        library.run(MONDAY);
        library.deliver(TUESDAY, "east.csv");

        var night = library.run(TUESDAY);

        assertThat(night.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(night.out()).contains("\n\nNOTHING NEW: ");
        assertThat(library.mart()).isEqualTo(library.truth());
    }

    @Test
    void aStoreThatDoesNotAnswerIsToldInSecondsBeforeSparkStarts() {
        for (var endpoint : new String[] {"http://127.0.0.1:1", "https://no-such-store.invalid"}) {
            var begun = Instant.now();

            var night = library.run(
                    MONDAY,
                    Map.of(
                            "LAKEHOUSE_ROOT", "s3a://library",
                            "LAKEHOUSE_S3_ENDPOINT", endpoint,
                            "LAKEHOUSE_S3_PATH_STYLE", "true"));

            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(night.exitCode()).isEqualTo(ExitCode.SAFE_TO_RERUN);
            assertThat(night.out()).isEmpty();
            assertThat(night.err())
                    .startsWith("Cannot reach the object store at " + endpoint + ": ")
                    .endsWith(". Check s3.endpoint (LAKEHOUSE_S3_ENDPOINT) and the network, then run again.\n")
                    .hasLineCount(1);
        }
    }

    @Test
    void aFullDiskLosesNothing() {
        library.deliver(MONDAY, "east.csv", EAST);
        library.run(MONDAY);
        var published = library.mart();
        library.deliver(TUESDAY, "all.csv", many(300));

        try (var space = Space.limit(library.root(), ".*", 9_000)) {
            var night = library.run(TUESDAY);

            assertThat(space.ranOut()).isTrue();
            assertThat(night.exitCode()).isEqualTo(ExitCode.SAFE_TO_RERUN);
            assertThat(night.out() + night.err())
                    .contains("The disk is full. Free some space in the lakehouse's zones or in Spark's scratch folder"
                            + " (spark.local.dir), then run again; nothing was lost.")
                    .doesNotContain("\tat ");
        }
        assertThat(library.mart()).isEqualTo(published);

        publishesTheTruth(library.run(TUESDAY));
    }

    @Test
    void aTableThatAnotherProgramRewroteNeedsAPerson() throws IOException {
        library.deliver(MONDAY, "east.csv", EAST);
        library.run(MONDAY);
        var place = library.root().resolve("silver/loans");
        rewrite("silver.loans", place);
        library.deliver(TUESDAY, "west.csv", WEST);

        var night = library.run(TUESDAY);

        assertThat(night.exitCode()).isEqualTo(ExitCode.NEEDS_A_PERSON);
        assertThat(night.out())
                .contains("silver.loans: none of its commits says how far it has come, so that rows could be lost or"
                        + " doubled. Rebuild it from its inputs: move " + place
                        + " and the tables that read it away, and run again.\n")
                .contains("\nFAILED: silver.loans. Not built: gold.loans_daily. Nothing was published");

        Files.move(place, folder.resolve("away"));
        Files.move(library.root().resolve("gold/loans_daily"), folder.resolve("away too"));
        publishesTheTruth(library.run(TUESDAY));
    }

    private void rewrite(String table, Path place) throws IOException {
        var rows = library.tables().read(table);
        var written = folder.resolve("rewritten");
        rows.write().format("delta").mode(SaveMode.Overwrite).save(written.toString());
        Files.move(place, folder.resolve("original"));
        Files.move(written, place);
    }

    private void isHeld(Night night, String line) {
        assertThat(night.exitCode()).isEqualTo(ExitCode.HELD);
        assertThat(night.err()).isEmpty();
        assertThat(night.out())
                .contains("            " + line + "\n")
                .contains("Ask the sender of bronze.desk_loans to deliver it again; the rest is loaded.\n")
                .contains("\nHELD: bronze.desk_loans. ");
    }

    private void publishesTheTruth(Night night) {
        assertThat(night.exitCode()).as(night.out()).isEqualTo(ExitCode.DONE);
        assertThat(night.out()).contains("\n\nPUBLISHED: gold.loans_daily\n");
        assertThat(library.mart()).isEqualTo(library.truth());
    }

    private static Loan[] many(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> new Loan(1000 + i, i % 2 == 0 ? "east" : "west", TUESDAY, i * 7919 % 1000, 1))
                .toArray(Loan[]::new);
    }
}
