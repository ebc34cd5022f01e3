package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Sessions;
import com.turanmart.lakehouse.core.table.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;

/** Nights of a declared lakehouse, run in one Spark session. */
public final class Nights implements AutoCloseable {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Configuration configuration;
    private final Storage storage;
    private final Progress progress;
    private final SparkSession spark;
    private final boolean startedSpark;

    private Nights(
            Configuration configuration, Storage storage, Progress progress, SparkSession spark, boolean startedSpark) {
        this.configuration = configuration;
        this.storage = storage;
        this.progress = progress;
        this.spark = spark;
        this.startedSpark = startedSpark;
    }

    /** Refuses what can be known without Spark, then starts it, unless it runs in this process already. */
    public static Nights open(Configuration configuration, Progress progress) {
        var storage = Storage.of(configuration.environment());
        storage.reach();
        if (!storage.exists(Zone.LANDING)) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    "Missing landing zone " + storage.place(Zone.LANDING)
                            + ". Create it, or say where it lies: zones.landing or LAKEHOUSE_ZONES_LANDING.");
        }
        var begun = System.nanoTime();
        var startsSpark = !Sessions.isOpen();
        var spark = Sessions.open(configuration.environment(), storage);
        progress.prepared("Spark started", Clock.secondsSince(begun));
        return new Nights(configuration, storage, progress, spark, startsSpark);
    }

    /** Runs the night of a data date; the report is also kept in {@code ops/runs}. */
    public RunReport run(LocalDate date) {
        return run(date, false);
    }

    /** The same, and looks for files of all dates, however old. */
    public RunReport sweep(LocalDate date) {
        return run(date, true);
    }

    private RunReport run(LocalDate date, boolean everywhere) {
        var begun = System.nanoTime();
        var startedAt = Instant.now();
        var id = "r-" + STAMP.format(startedAt) + "-"
                + UUID.randomUUID().toString().substring(0, 4);
        var run = new Run(id, date, startedAt);
        var steps = new Night(configuration, spark, storage, progress).pass(run, everywhere);
        var report = new RunReport(run, Clock.secondsSince(begun), steps);
        keep(report);
        return report;
    }

    private void keep(RunReport report) {
        var path = "runs/dt=" + report.run().date() + "/" + report.run().id() + ".json";
        try {
            storage.create(
                    Zone.OPS, path, new ByteArrayInputStream(report.toJson().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the run log cannot be written: " + e.getMessage(), e);
        }
    }

    public Storage storage() {
        return storage;
    }

    public Tables tables() {
        return new Tables(spark, storage);
    }

    /** Stops the Spark that it started; one that ran before belongs to somebody else. */
    @Override
    public void close() {
        if (startedSpark) {
            spark.stop();
        }
    }
}
