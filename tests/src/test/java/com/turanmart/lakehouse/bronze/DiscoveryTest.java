package com.turanmart.lakehouse.bronze;

import static com.turanmart.lakehouse.bronze.OneTable.LOANS;
import static com.turanmart.lakehouse.bronze.OneTable.MONDAY;
import static com.turanmart.lakehouse.bronze.OneTable.TUESDAY;
import static com.turanmart.lakehouse.bronze.OneTable.csv;
import static com.turanmart.lakehouse.bronze.OneTable.noonAfter;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.CompleteWhen;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.LoadedFile;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

/** Where a night looks for files, and that it costs nothing to look elsewhere. */
class DiscoveryTest {
    @TempDir
    private Path folder;

    private OneTable loans;

    @BeforeEach
    void open() {
        loans = new OneTable(folder, new CompleteWhen.AtOnce());
    }

    @Test
    void aLateFileIsFoundInItsWindowAndBySweepsBeyondIt() {
        loans.land(MONDAY.minusDays(300), "a.csv", csv("1,10")).land(MONDAY, "a.csv", csv("2,10"));
        loans.night(MONDAY);
        assertThat(loans.loans()).as("the first load takes everything").hasSize(2);
        loans.land(TUESDAY, "a.csv", csv("3,10"))
                .land(TUESDAY.minusDays(7), "late.csv", csv("4,10"))
                .land(TUESDAY.minusDays(9), "later.csv", csv("5,10"));

        loans.night(TUESDAY);

        assertThat(loans.loans())
                .containsExactly("1 of 2025-07-08", "2 of 2026-05-04", "3 of 2026-05-05", "4 of 2026-04-28");
        loans.sweep(TUESDAY);
        assertThat(loans.loans()).hasSize(5).contains("5 of 2026-04-26");
    }

    @Test
    void missedNightsAreMadeUpForByOneRun() {
        loans.land(MONDAY, "a.csv", csv("1,10"));
        loans.night(MONDAY);
        for (var days = 1; days <= 20; days++) {
            loans.land(MONDAY.plusDays(days), "a.csv", csv((1 + days) + ",10"));
        }

        assertThat(loans.night(MONDAY.plusDays(20)).exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(loans.loans()).hasSize(21);
    }

    @Test
    void aHeldFileIsNotForgottenWhenItsDateIsOld() {
        loans.land(MONDAY, "a.csv", csv("1,10")).land(MONDAY, "b.csv", "loan_id,loan_id\n2,20\n");
        loans.night(MONDAY);
        for (var days = 1; days <= 10; days++) {
            loans.land(MONDAY.plusDays(days), "a.csv", csv((1 + days) + ",10"));
        }

        assertThat(loans.night(MONDAY.plusDays(10)).exitCode()).isEqualTo(ExitCode.HELD);
        loans.land(MONDAY.plusDays(20), "a.csv", csv("20,10"));
        assertThat(loans.night(MONDAY.plusDays(20)).exitCode()).isEqualTo(ExitCode.HELD);

        loans.takeAway(MONDAY, "b.csv");
        assertThat(loans.night(MONDAY.plusDays(20)).exitCode()).isNotEqualTo(ExitCode.HELD);
    }

    @Test
    void aLostLedgerIsRebuiltFromTheTableAlsoWithoutItsOldCommits() throws IOException {
        loans.land(MONDAY, "a.csv", csv("1,10"));
        loans.night(MONDAY);
        loans.land(TUESDAY, "a.csv", csv("2,10"));
        loans.night(TUESDAY);
        var commit = folder.resolve("bronze/loans/_delta_log/00000000000000000000.json");
        assertThat(commit).exists();
        checkpoint(loans.tables().place(LOANS));
        Files.delete(commit);
        delete(folder.resolve("ops/files"));

        assertThat(loans.night(TUESDAY).outcome()).isEqualTo(Outcome.UNCHANGED);

        assertThat(loans.loans()).containsExactly("1 of 2026-05-04", "2 of 2026-05-05");
    }

    @Test
    void tenThousandOldFilesAddLittleToANight() throws IOException {
        loans.land(MONDAY, "a.csv", csv("1,10"));
        loans.night(MONDAY);
        var before = seconds(loans);
        var old = oldFiles();
        var run = loans.run(MONDAY, noonAfter(MONDAY));
        var ledger = FileLedger.open(TestSession.SPARK, loans.tables(), List.of(loans.declared()));
        var version = loans.tables().version(LOANS).orElseThrow();
        ledger.loaded(run, LOANS, version, old);
        ledger.write(run);
        loans.land(TUESDAY, "a.csv", csv("2,10"));
        loans.night(TUESDAY);

        var after = seconds(loans);

        assertThat(after - before).isLessThan(2.0);
        var reopened = FileLedger.open(TestSession.SPARK, loans.tables(), List.of(loans.declared()));
        assertThat(reopened.rows(List.of(MONDAY, TUESDAY)).inputFiles())
                .as("ledger files of nights that had such dates")
                .hasSize(2);
        assertThat(reopened.rows(List.of(LocalDate.of(2023, 1, 1), MONDAY, TUESDAY))
                        .inputFiles())
                .as("the same when a file has been open since before the old ones")
                .hasSize(2);
        assertThat(reopened.rows(List.of(LocalDate.of(2024, 1, 1), TUESDAY)).inputFiles())
                .hasSize(2);
    }

    private static void checkpoint(String place) {
        var log = DeltaLog.forTable(TestSession.SPARK, place);
        log.checkpoint(log.update(false, Option.empty(), Option.empty()), Option.empty());
    }

    private List<LoadedFile> oldFiles() throws IOException {
        var files = new ArrayList<LoadedFile>();
        for (var day = 0; day < 100; day++) {
            var date = LocalDate.of(2024, 1, 1).plusDays(day);
            var place = Files.createDirectories(folder.resolve("landing/desk/loans/dt=" + date));
            for (var i = 0; i < 100; i++) {
                var name = i + ".csv";
                Files.writeString(place.resolve(name), "");
                files.add(new LoadedFile(
                        "desk/loans/dt=" + date + "/" + name, 0, 1, "", "x" + i, date.toString(), name, 1, 0));
            }
        }
        return files;
    }

    /** The quickest of a few looks for what is new. */
    private static double seconds(OneTable loans) {
        return IntStream.range(0, 3)
                .mapToDouble(look -> {
                    var begun = System.nanoTime();
                    var run = loans.run(TUESDAY, noonAfter(TUESDAY));
                    var ledger = FileLedger.open(TestSession.SPARK, loans.tables(), List.of(loans.declared()));
                    new Arrivals(TestSession.SPARK, loans.storage(), ledger)
                            .upTo(run, List.of(loans.declared()), false);
                    return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3;
                })
                .min()
                .orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
