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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** All tables of one run: each piece of work is started when its inputs have ended well, a few at a time. */
final class Night {
    private final Configuration configuration;
    private final SparkSession spark;
    private final Storage storage;
    private final Progress progress;

    /** What a night's steps share. */
    private record Tonight(
            Run run, Map<TableName, Arrival> arrivals, FileLedger ledger, Gate gate, Set<TableName> anew) {}

    Night(Configuration configuration, SparkSession spark, Storage storage, Progress progress) {
        this.configuration = configuration;
        this.spark = spark;
        this.storage = storage;
        this.progress = progress;
    }

    /**
     * @param everywhere whether files are looked for at all dates, however old
     * @param anew tables by SQL that are computed as a whole
     */
    List<StepReport> pass(Run run, boolean everywhere, Set<TableName> anew) {
        var bronze = configuration.tables(BronzeTable.class);
        var tables = new Tables(spark, storage);
        var begun = System.nanoTime();
        var ledger = FileLedger.open(spark, tables, bronze);
        var arrivals = new Arrivals(spark, storage, ledger).upTo(run, bronze, everywhere);
        progress.prepared("landing looked through", Clock.secondsSince(begun));
        var gate = new Gate(run, tables, configuration.tables(), Releases.in(storage, run));
        var lanes = Executors.newFixedThreadPool(configuration.environment().lanes());
        try {
            var steps = steps(new Tonight(run, arrivals, ledger, gate, anew), lanes);
            new StepLog(tables).write(run, steps);
            gate.write(steps);
            return steps;
        } finally {
            lanes.shutdownNow();
            ledger.write(run);
        }
    }

    private List<StepReport> steps(Tonight tonight, ExecutorService lanes) {
        var ended = new HashMap<TableName, CompletableFuture<StepReport>>();
        for (var piece : Piece.inOrder(configuration.tables())) {
            var inputs = new HashMap<TableName, CompletableFuture<StepReport>>();
            piece.inputs().forEach(input -> inputs.put(input, Objects.requireNonNull(ended.get(input))));
            var work = CompletableFuture.allOf(inputs.values().toArray(CompletableFuture[]::new))
                    .thenApplyAsync(all -> work(tonight, piece, table -> inputs(table, inputs)), lanes);
            piece.tables().forEach(table -> {
                var step = work.thenApply(reports -> report(table, reports));
                table.gives().forEach(name -> ended.put(name, step));
            });
        }
        return configuration.tables().stream()
                .map(table -> Objects.requireNonNull(ended.get(table.table())).join())
                .toList();
    }

    private static List<StepReport> inputs(Table table, Map<TableName, CompletableFuture<StepReport>> ended) {
        return table.inputs().stream()
                .filter(ended::containsKey)
                .map(input -> Objects.requireNonNull(ended.get(input)).join())
                .toList();
    }

    private static StepReport report(Table table, List<StepReport> reports) {
        return reports.stream()
                .filter(report -> report.table().equals(table.table().toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<StepReport> work(Tonight tonight, Piece piece, Function<Table, List<StepReport>> inputs) {
        // A session of its own: temporary views and settings of two lanes must not meet.
        var session = spark.newSession();
        var steps = new Steps(spark, progress, tonight.gate());
        var first = piece.tables().get(0);
        if (first instanceof GoldTable mart) {
            var marts = piece.tables().stream().map(GoldTable.class::cast).toList();
            var tables = new Tables(session, storage);
            try (var build =
                    new SqlBuild(session, tables, tonight.gate(), marts, configuration.sql(), tonight.anew())) {
                return new GroupStep(marts, build, owed(tables), new Publications(storage, mart.group()), steps)
                        .work(tonight.run(), inputs::apply);
            }
        }
        return List.of(step(tonight, first, inputs.apply(first), session));
    }

    private StepReport step(Tonight tonight, Table table, List<StepReport> inputs, SparkSession session) {
        var steps = new Steps(spark, progress, tonight.gate());
        var begun = System.nanoTime();
        steps.started(table);
        var result = Steps.blocked(table, inputs)
                .orElseGet(() -> waitingWith(inputs, steps.result(table, () -> result(tonight, table, session))));
        return steps.ended(table, Clock.secondsSince(begun), result);
    }

    private StepResult result(Tonight tonight, Table table, SparkSession session) {
        var tables = new Tables(session, storage);
        if (table instanceof BronzeTable bronze) {
            var arrival = Objects.requireNonNull(tonight.arrivals().get(table.table()));
            return new BronzeLoad(session, storage, tables, tonight.ledger(), tonight.gate())
                    .load(tonight.run(), bronze, arrival);
        }
        if (table instanceof SilverTable silver) {
            return new SilverLoad(tables, tonight.gate()).load(tonight.run(), silver);
        }
        var bySql = (SqlTable) table;
        try (var build =
                new SqlBuild(session, tables, tonight.gate(), List.of(bySql), configuration.sql(), tonight.anew())) {
            return build.stage(tonight.run(), bySql)
                    .map(result -> owed(tables).judged(bySql, result))
                    .orElseGet(() -> build.commit(tonight.run(), bySql));
        }
    }

    private Owed owed(Tables tables) {
        return new Owed(configuration.tables(), tables);
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
                ? result.as(Outcome.WAITING)
                : StepResult.inTime(result.counts(), result.notes());
    }
}
