package com.turanmart.lakehouse.bench;

import com.turanmart.lakehouse.bronze.Arrivals;
import com.turanmart.lakehouse.bronze.BronzeLoad;
import com.turanmart.lakehouse.bronze.FileLedger;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Sessions;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.gold.SqlBuild;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.quality.Releases;
import com.turanmart.lakehouse.silver.SilverLoad;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The step of one table in a process of its own, as a scheduler does that submits each table by itself. */
final class OneStep {
    private OneStep() {}

    public static void main(String[] arguments) {
        var configuration = Configurations.read(Path.of(arguments[0]), arguments[1], System.getenv())
                .orRefuse();
        var run = new Run("r-one-step", LocalDate.parse(arguments[2]), Instant.now());
        var name = TableName.parse(arguments[3]);
        var storage = Storage.of(configuration.environment());
        var spark = Sessions.open(configuration.environment(), storage);
        var tables = new Tables(spark, storage);
        var gate = new Gate(run, tables, configuration.tables(), Releases.in(storage, run));
        var table = configuration.tables().stream()
                .filter(declared -> declared.table().equals(name))
                .findFirst()
                .orElseThrow();
        StepResult result;
        if (table instanceof BronzeTable bronze) {
            var ledger = FileLedger.open(spark, tables, List.of(bronze));
            var arrival = new Arrivals(spark, storage, ledger)
                    .upTo(run, List.of(bronze), false)
                    .get(name);
            result = new BronzeLoad(spark, storage, tables, ledger, gate).load(run, bronze, arrival);
            ledger.write(run);
        } else if (table instanceof SilverTable silver) {
            result = new SilverLoad(tables, gate).load(run, silver);
        } else {
            var bySql = (SqlTable) table;
            try (var build = new SqlBuild(spark, tables, gate, List.of(bySql), configuration.sql(), Set.of())) {
                result = build.stage(run, bySql).orElseGet(() -> build.commit(run, bySql));
            }
        }
        spark.stop();
        if (!result.outcome().letsDependentsRun()) {
            throw new IllegalStateException(name + ": " + result);
        }
    }
}
