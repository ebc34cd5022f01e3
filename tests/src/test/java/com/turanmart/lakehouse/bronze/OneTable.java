package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.format.SentFiles;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.CompleteWhen;
import com.turanmart.lakehouse.core.conf.Cron;
import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.conf.Drift;
import com.turanmart.lakehouse.core.conf.Landing;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.Schedule;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.quality.Releases;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A landing folder and the bronze table that is fed from it, night by night. */
final class OneTable {
    static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
    static final LocalDate TUESDAY = MONDAY.plusDays(1);
    static final TableName LOANS = TableName.parse("bronze.loans");

    private final Path root;
    private final Storage storage;
    private final Tables tables;
    private final BronzeTable table;
    private int runs;

    OneTable(Path root, CompleteWhen completeWhen) {
        this(root, completeWhen, Quality.NONE);
    }

    OneTable(Path root, CompleteWhen completeWhen, Quality quality) {
        this.root = root;
        storage = TestSession.storage(root);
        tables = new Tables(TestSession.SPARK.newSession(), storage);
        var daily = new Schedule(Cron.parse("0 1 * * *"), ZoneOffset.UTC);
        var landing = new Landing(
                "desk/loans/dt={date}/*.csv",
                SentFiles.CSV,
                new Dialect.Plain(),
                completeWhen,
                Optional.of(daily),
                6,
                7,
                SentFiles.LIMITS);
        table = new BronzeTable(
                LOANS,
                "Loans.",
                "lending",
                landing,
                List.of("loan_id", "fee"),
                Map.of(),
                Drift.RESCUE,
                Optional.empty(),
                1,
                quality);
    }

    BronzeTable declared() {
        return table;
    }

    Storage storage() {
        return storage;
    }

    Tables tables() {
        return tables;
    }

    /** Lands a file that was there an hour before noon of the day after its date. */
    OneTable land(LocalDate date, String name, String text) {
        return land("dt=" + date + "/" + name, text, noonAfter(date).minusSeconds(3600));
    }

    OneTable land(String path, String text, Instant modified) {
        var file = root.resolve("landing/desk/loans").resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.from(modified));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OneTable takeAway(LocalDate date, String name) {
        try {
            Files.delete(root.resolve("landing/desk/loans/dt=" + date).resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a loan each. */
    static String csv(String... loans) {
        return "loan_id,fee\n" + String.join("\n", loans) + "\n";
    }

    /** A night that starts at noon of the day after its date, when a delivery of it is late. */
    StepResult night(LocalDate date) {
        return night(date, noonAfter(date), false);
    }

    /** A night that starts so early that nothing is late. */
    StepResult early(LocalDate date) {
        return night(date, noonAfter(date).minusSeconds(8 * 3600), false);
    }

    StepResult sweep(LocalDate date) {
        return night(date, noonAfter(date), true);
    }

    private StepResult night(LocalDate date, Instant startedAt, boolean everywhere) {
        var run = run(date, startedAt);
        var ledger = FileLedger.open(TestSession.SPARK, tables, List.of(table));
        var arrival = Objects.requireNonNull(new Arrivals(TestSession.SPARK, storage, ledger)
                .upTo(run, List.of(table), everywhere)
                .get(LOANS));
        try {
            return new BronzeLoad(
                            TestSession.SPARK,
                            storage,
                            tables,
                            ledger,
                            new Gate(run, tables, List.of(table), new Releases(List.of())))
                    .load(run, table, arrival);
        } finally {
            ledger.write(run);
        }
    }

    Run run(LocalDate date, Instant startedAt) {
        return new Run("r-" + ++runs, date, startedAt);
    }

    static Instant noonAfter(LocalDate date) {
        return date.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** What is in the table, as {@code loan_id of data date}. */
    List<String> loans() {
        if (tables.version(LOANS).isEmpty()) {
            return List.of();
        }
        return tables.read(LOANS).selectExpr("concat(loan_id, ' of ', _data_date)").collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    /** Each file's last state in the ledger, as {@code dt=2026-05-04/a.csv loaded}. */
    List<String> states() {
        var last = new TreeMap<String, LedgerEntry>();
        tables.read(FileLedger.FILES).collectAsList().stream()
                .map(LedgerEntry::of)
                .forEach(entry -> last.merge(
                        entry.identity(), entry, (one, other) -> one.run().compareTo(other.run()) < 0 ? other : one));
        return last.values().stream()
                .map(entry -> entry.file().path().replace("desk/loans/", "") + " "
                        + entry.state().word())
                .sorted()
                .toList();
    }
}
