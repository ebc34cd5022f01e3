package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Nights of a declared lakehouse, run in one Spark session. */
public final class Nights implements AutoCloseable {
    private final Engine engine;
    private final Progress progress;

    private Nights(Engine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
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
        var engine = Engine.start(configuration, storage);
        progress.prepared("Spark started", Clock.secondsSince(begun));
        return new Nights(engine, progress);
    }

    /** Runs the night of a data date; the report is also kept in {@code ops/runs}. */
    public RunReport run(LocalDate date) {
        return run(date, false, Set.of());
    }

    /**
     * The same with more to do.
     *
     * @param sweep whether files of all dates are looked for, however old
     * @param anew tables by SQL that are computed as a whole, whatever has changed
     */
    public RunReport run(LocalDate date, boolean sweep, Set<TableName> anew) {
        var begun = System.nanoTime();
        var startedAt = Instant.now();
        var run = new Run(Clock.id("r", startedAt), date, startedAt);
        var steps =
                new Night(engine.configuration(), engine.spark(), engine.storage(), progress).pass(run, sweep, anew);
        var report = new RunReport(run, Clock.secondsSince(begun), steps);
        new RunReports(storage()).add(report);
        return report;
    }

    public Storage storage() {
        return engine.storage();
    }

    public Tables tables() {
        return engine.tables();
    }

    /** Stops the Spark that it started; one that ran before belongs to somebody else. */
    @Override
    public void close() {
        engine.close();
    }
}
