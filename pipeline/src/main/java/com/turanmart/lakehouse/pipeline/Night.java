package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.bronze.Arrival;
import com.turanmart.lakehouse.bronze.Arrivals;
import com.turanmart.lakehouse.bronze.BronzeLoad;
import com.turanmart.lakehouse.bronze.FileLedger;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.gold.SqlBuild;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.quality.Releases;
import com.turanmart.lakehouse.silver.SilverLoad;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** All tables of one run: each is started when its inputs have ended well, a few at a time. */
final class Night {
    private final Configuration configuration;
    private final SparkSession spark;
    private final Storage storage;
    private final Progress progress;

    Night(Configuration configuration, SparkSession spark, Storage storage, Progress progress) {
        this.configuration = configuration;
        this.spark = spark;
        this.storage = storage;
        this.progress = progress;
    }

    /** @param everywhere whether files are looked for at all dates, however old */
    List<StepReport> pass(Run run, boolean everywhere) {
        var bronze = configuration.tables(BronzeTable.class);
        var begun = System.nanoTime();
        var ledger = FileLedger.open(spark, new Tables(spark, storage), bronze);
        var arrivals = new Arrivals(spark, storage, ledger).upTo(run, bronze, everywhere);
        progress.prepared("landing looked through", Clock.secondsSince(begun));
        var releases = Releases.in(storage, run);
        var gate = new Gate(run, spark, new Tables(spark, storage), configuration.tables(), releases);
        var lanes = Executors.newFixedThreadPool(configuration.environment().lanes());
        try {
            var steps = steps(run, arrivals, ledger, gate, lanes);
            new StepLog(spark, new Tables(spark, storage)).write(run, steps);
            gate.write(steps);
            return steps;
        } finally {
            lanes.shutdownNow();
            ledger.write(run);
        }
    }

    private List<StepReport> steps(
            Run run, Map<TableName, Arrival> arrivals, FileLedger ledger, Gate gate, ExecutorService lanes) {
        var ended = new LinkedHashMap<TableName, CompletableFuture<StepReport>>();
        for (var table : configuration.tables()) {
            var inputs = table.inputs().stream()
                    .map(input -> Objects.requireNonNull(ended.get(input)))
                    .toList();
            var step = CompletableFuture.allOf(inputs.toArray(CompletableFuture[]::new))
                    .thenApplyAsync(
                            all -> step(
                                    table,
                                    inputs.stream().map(CompletableFuture::join).toList(),
                                    () -> work(run, table, arrivals, ledger, gate),
                                    gate.releases(table)),
                            lanes);
            table.gives().forEach(name -> ended.put(name, step));
        }
        return ended.values().stream().distinct().map(CompletableFuture::join).toList();
    }

    private StepResult work(Run run, Table table, Map<TableName, Arrival> arrivals, FileLedger ledger, Gate gate) {
        // A session of its own: temporary views and settings of two lanes must not meet.
        var session = spark.newSession();
        var tables = new Tables(session, storage);
        if (table instanceof BronzeTable bronze) {
            var arrival = Objects.requireNonNull(arrivals.get(table.table()));
            return new BronzeLoad(session, storage, tables, ledger, gate).load(run, bronze, arrival);
        }
        if (table instanceof SilverTable silver) {
            return new SilverLoad(tables, gate).load(run, silver);
        }
        return new SqlBuild(session, tables, gate)
                .build(
                        run,
                        (SqlTable) table,
                        Objects.requireNonNull(configuration.sql().get(table.table())));
    }

    private StepReport step(Table table, List<StepReport> inputs, Supplier<StepResult> work, List<String> releases) {
        var layer = table.layer().name().toLowerCase(Locale.ROOT);
        var name = table.table().toString();
        var begun = System.nanoTime();
        progress.started(layer, name);
        var result = blocked(table, inputs).orElseGet(() -> waitingWith(inputs, result(name, work)));
        var report = new StepReport(layer, name, Clock.secondsSince(begun), result.and(releases));
        progress.ended(report);
        return report;
    }

    private static Optional<StepResult> blocked(Table table, List<StepReport> inputs) {
        var stopped = inputs.stream()
                .filter(input -> !input.result().outcome().letsDependentsRun())
                .filter(input -> table instanceof GoldTable || input.result().outcome() != Outcome.WAITING)
                .map(input -> input.table() + " " + input.result().outcome().word())
                .toList();
        return stopped.isEmpty()
                ? Optional.empty()
                : Optional.of(StepResult.of(Outcome.BLOCKED, String.join(", ", stopped)));
    }

    /** What is built on less than is owed is itself waiting, however well it went. */
    private static StepResult waitingWith(List<StepReport> inputs, StepResult result) {
        var awaited = inputs.stream()
                .map(StepReport::result)
                .filter(input -> input.outcome() == Outcome.WAITING)
                .toList();
        if (awaited.isEmpty() || !result.outcome().letsDependentsRun()) {
            return result;
        }
        return awaited.stream().anyMatch(input -> input.exitCode() == ExitCode.WAITING)
                ? StepResult.of(Outcome.WAITING, result.counts(), result.notes())
                : StepResult.inTime(result.counts(), result.notes());
    }

    private StepResult result(String table, Supplier<StepResult> work) {
        try {
            var result = work.get();
            return result.counts().addUp()
                    ? result
                    : new StepResult(
                            Outcome.FAILED,
                            ExitCode.NEEDS_A_PERSON,
                            result.counts(),
                            List.of("its rows do not add up: " + result.counts()
                                    + ". Keep the run's log and ask for help."));
        } catch (Exception | Error problem) {
            // Checked ones too: Scala throws them where Java expects none.
            if (spark.sparkContext().isStopped()) {
                return StepResult.failed(ExitCode.SAFE_TO_RERUN, "interrupted; the next run goes on from here");
            }
            return Failures.refusal(problem)
                    .map(refusal -> StepResult.failed(refusal.exitCode(), String.valueOf(refusal.getMessage())))
                    .orElseGet(() -> {
                        progress.defect(table, problem);
                        return StepResult.failed(
                                ExitCode.DEFECT,
                                "a defect: " + problem.getClass().getSimpleName());
                    });
        }
    }
}
