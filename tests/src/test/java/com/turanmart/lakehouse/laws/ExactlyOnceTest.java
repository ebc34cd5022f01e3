package com.turanmart.lakehouse.laws;

import static com.turanmart.lakehouse.pipeline.LibraryLoans.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.disk.Space;
import com.turanmart.lakehouse.pipeline.LibraryLoans;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Loan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L2: whatever stops a run, the runs after it give what one clean run gives. */
class ExactlyOnceTest {
    @TempDir
    private Path folder;

    private LibraryLoans library;

    @BeforeEach
    void oneNightAndAnotherDelivery() {
        library = TwoDeliveries.in(folder);
    }

    @Test
    void aRunThatFailsAtAnyCommitIsFinishedByTheNext() {
        // Once bronze has rows the ledger never gets to know of them.
        for (var table : List.of(
                "quarantine/bronze_desk_loans",
                "bronze/desk_loans",
                "(quarantine/silver_loans|ops/files)",
                "(silver/loans|ops/files)",
                "(gold/loans_daily|ops/files)",
                "ops/files")) {
            try (var space = Space.limit(library.root(), table + "/_delta_log/.*", 0)) {
                var night = library.run(TUESDAY);
                assertThat(night.exitCode()).as(table + night.err()).isEqualTo(ExitCode.SAFE_TO_RERUN);
                assertThat(space.ranOut()).as(table).isTrue();
            }
        }

        assertThat(library.run(TUESDAY).exitCode()).isEqualTo(ExitCode.DONE);

        TwoDeliveries.areThereOnce(library);
    }

    @Test
    void aLostLedgerLoadsNothingTwice() {
        assertThat(library.run(TUESDAY).exitCode()).isEqualTo(ExitCode.DONE);
        TwoDeliveries.areThereOnce(library);
        var versions = library.tables().versions();
        assertThat(library.tables()
                        .read("ops.steps")
                        .where("read = inserted + updated + deleted + unchanged + superseded + quarantined")
                        .where("version IS NOT NULL")
                        .count())
                .isEqualTo(6);
        library.forget("ops/files");

        var night = library.run(TUESDAY);

        assertThat(night.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(night.out()).contains("\n\nNOTHING NEW: ");
        TwoDeliveries.areThereOnce(library);
        versions.remove("ops/files");
        var after = library.tables().versions();
        after.remove("ops/files");
        assertThat(after).isEqualTo(versions);
    }

    @Test
    void aFileThatComesAgainUnderAnotherNameIsLoadedOnce() throws IOException {
        assertThat(library.run(TUESDAY).exitCode()).isEqualTo(ExitCode.DONE);
        var landed = library.root().resolve("landing/desk/loans/dt=" + TUESDAY);
        Files.copy(landed.resolve("odd.csv"), landed.resolve("odd again.csv"));

        var night = library.run(TUESDAY);

        assertThat(night.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(night.out()).contains("1 of the files repeat what is loaded and were left out, such as ");
        TwoDeliveries.areThereOnce(library);
    }

    @Test
    void aHeldNightPutsNoRowAsideTwice() {
        library.deliver(TUESDAY, "fault.csv", new Loan(7, "west", TUESDAY, -1, 1));
        assertThat(library.run(TUESDAY).exitCode()).isEqualTo(ExitCode.HELD);
        assertThat(library.run(TUESDAY).exitCode()).isEqualTo(ExitCode.HELD);
        library.deliver(TUESDAY, "correction.csv", new Loan(7, "west", TUESDAY, 1, 2));

        assertThat(library.run(TUESDAY).exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(library.mart()).isEqualTo(library.truth());
        assertThat(library.tables().count("bronze.desk_loans")).isEqualTo(8);
        assertThat(library.tables().count("quarantine.silver_loans")).isEqualTo(2);
    }
}
