package com.turanmart.lakehouse.bronze;

import static com.turanmart.lakehouse.bronze.OneTable.MONDAY;
import static com.turanmart.lakehouse.bronze.OneTable.TUESDAY;
import static com.turanmart.lakehouse.bronze.OneTable.csv;
import static com.turanmart.lakehouse.bronze.OneTable.noonAfter;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.CompleteWhen;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a delivery, from the first file of it that lands. */
class DeliveriesTest {
    @TempDir
    private Path folder;

    @Test
    void aDeliveryWaitsForItsMarkerAndIsTakenInWhole() {
        var loans = new OneTable(folder, new CompleteWhen.Marker("_SUCCESS"))
                .land(MONDAY, "a.csv", csv("1,10"))
                .land(MONDAY, "b.csv", csv("2,20"));

        var early = loans.early(MONDAY);
        var late = loans.night(MONDAY);

        assertThat(early.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(early.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(early.notes())
                .containsExactly("delivery desk/loans/dt=2026-05-04/ of 2026-05-04 is not complete: its marker _SUCCESS"
                        + " is not there yet; it is not late before 2026-05-05 17:00 Z");
        assertThat(late.exitCode()).isEqualTo(ExitCode.DONE);
        var overdue = loans.night(MONDAY.plusDays(1));
        assertThat(overdue.exitCode()).isEqualTo(ExitCode.WAITING);
        assertThat(overdue.notes().get(0)).endsWith("is not there yet. Ask lending, or run again when it has come.");
        assertThat(loans.loans()).isEmpty();
        assertThat(loans.states()).containsExactly("dt=2026-05-04/a.csv waiting", "dt=2026-05-04/b.csv waiting");

        loans.land(MONDAY, "_SUCCESS", "");
        assertThat(loans.night(MONDAY).outcome()).isEqualTo(Outcome.LOADED);
        assertThat(loans.loans()).containsExactly("1 of 2026-05-04", "2 of 2026-05-04");
        assertThat(loans.states()).containsExactly("dt=2026-05-04/a.csv loaded", "dt=2026-05-04/b.csv loaded");
    }

    @Test
    void aSetWithABrokenFileIsHeldAsAWholeUntilTheFileIsReplaced() {
        var loans = new OneTable(folder, new CompleteWhen.Marker("_SUCCESS"))
                .land(MONDAY, "a.csv", csv("1,10"))
                .land(MONDAY, "b.csv", "loan_id,loan_id\n2,20\n")
                .land(MONDAY, "_SUCCESS", "")
                .land(TUESDAY, "a.csv", csv("3,30"))
                .land(TUESDAY, "_SUCCESS", "");

        var night = loans.night(TUESDAY);

        assertThat(night.exitCode()).isEqualTo(ExitCode.HELD);
        assertThat(night.notes())
                .containsExactly(
                        "delivery desk/loans/dt=2026-05-04/ of 2026-05-04 is held: b.csv: its header names a column twice",
                        "Ask the sender of bronze.loans to deliver it again; the rest is loaded.");
        assertThat(loans.loans()).containsExactly("3 of 2026-05-05");
        assertThat(loans.states())
                .containsExactly("dt=2026-05-04/a.csv held", "dt=2026-05-04/b.csv held", "dt=2026-05-05/a.csv loaded");

        loans.land(MONDAY, "b.csv", csv("2,20", "4,40"));
        assertThat(loans.night(TUESDAY).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(loans.loans())
                .containsExactly("1 of 2026-05-04", "2 of 2026-05-04", "3 of 2026-05-05", "4 of 2026-05-04");
        assertThat(loans.night(TUESDAY).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aQuietDeliveryIsTakenOnceNoneOfItsFilesIsYoung() {
        var start = noonAfter(MONDAY);
        var loans = new OneTable(folder, new CompleteWhen.Quiet(15))
                .land("dt=2026-05-04/a.csv", csv("1,10"), start.minusSeconds(7200))
                .land("dt=2026-05-04/b.csv", csv("2,20"), start.minusSeconds(899));

        assertThat(loans.night(MONDAY).notes())
                .containsExactly("delivery desk/loans/dt=2026-05-04/ of 2026-05-04 is not complete: a file of it came"
                        + " less than 15 minutes before the run; it is not late before 2026-05-05 17:45 Z");
        assertThat(loans.loans()).isEmpty();

        loans.land("dt=2026-05-04/b.csv", csv("2,20"), start.minusSeconds(900));
        assertThat(loans.night(MONDAY).outcome()).isEqualTo(Outcome.LOADED);
        assertThat(loans.loans()).containsExactly("1 of 2026-05-04", "2 of 2026-05-04");
    }

    @Test
    void theSameBytesAreADuplicateForTheSameDateOnly() {
        var loans = new OneTable(folder, new CompleteWhen.AtOnce())
                .land(MONDAY, "a.csv", csv("1,10"))
                .land(MONDAY, "copy.csv", csv("1,10"))
                .land(TUESDAY, "a.csv", csv("1,10"));

        var night = loans.night(TUESDAY);

        assertThat(night.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(night.notes())
                .containsExactly("1 of the files repeat what is loaded and were left out, such as"
                        + " desk/loans/dt=2026-05-04/copy.csv");
        assertThat(loans.loans()).containsExactly("1 of 2026-05-04", "1 of 2026-05-05");
        loans.land(MONDAY, "later copy.csv", csv("1,10")).land(MONDAY, "a.csv", csv("1,110"));
        loans.night(TUESDAY);
        assertThat(loans.loans()).containsExactly("1 of 2026-05-04", "1 of 2026-05-04", "1 of 2026-05-05");
        assertThat(loans.states())
                .containsExactly(
                        "dt=2026-05-04/a.csv loaded",
                        "dt=2026-05-04/a.csv loaded",
                        "dt=2026-05-04/copy.csv duplicate",
                        "dt=2026-05-04/later copy.csv duplicate",
                        "dt=2026-05-05/a.csv loaded");
    }

    @Test
    void aRepetitionOfWhatARuleHeldIsNotForgotten() {
        var rule = new Quality(List.of(), List.of("ColumnValues \"fee\" != \"bad\""), List.of());
        var loans = new OneTable(folder, new CompleteWhen.AtOnce(), rule)
                .land(MONDAY, "a.csv", csv("1,10"))
                .land(MONDAY, "b.csv", csv("1,10"))
                .land(MONDAY, "c.csv", csv("2,bad"));

        assertThat(loans.night(MONDAY).exitCode()).isEqualTo(ExitCode.HELD);
        assertThat(loans.states())
                .containsExactly("dt=2026-05-04/a.csv held", "dt=2026-05-04/b.csv held", "dt=2026-05-04/c.csv held");

        loans.takeAway(MONDAY, "a.csv").takeAway(MONDAY, "c.csv");
        assertThat(loans.night(MONDAY).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(loans.loans()).containsExactly("1 of 2026-05-04");
    }

    @Test
    void aDateThatIsInNoCalendarIsHeldByName() {
        var loans = new OneTable(folder, new CompleteWhen.AtOnce())
                .land(MONDAY, "a.csv", csv("1,10"))
                .land("dt=2026-04-31/a.csv", csv("2,20"), noonAfter(MONDAY));

        for (var night : List.of(loans.night(MONDAY), loans.night(MONDAY))) {
            assertThat(night.exitCode()).isEqualTo(ExitCode.HELD);
            assertThat(night.notes())
                    .contains("desk/loans/dt=2026-04-31/a.csv is held: its date is in no calendar. Ask the sender to"
                            + " move it to its day");
        }
        assertThat(loans.loans()).containsExactly("1 of 2026-05-04");
    }
}
