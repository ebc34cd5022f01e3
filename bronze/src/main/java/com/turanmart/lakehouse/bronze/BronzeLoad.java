package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.LoadedFile;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Quarantine;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Takes the fresh files of one table into bronze, all of them in one commit, and never one of them twice. */
public final class BronzeLoad {
    private final SparkSession spark;
    private final Storage storage;
    private final Tables tables;
    private final FileLedger ledger;

    public BronzeLoad(SparkSession spark, Storage storage, Tables tables, FileLedger ledger) {
        this.spark = spark;
        this.storage = storage;
        this.tables = tables;
        this.ledger = ledger;
    }

    public StepResult load(Run run, BronzeTable table, Arrival arrival) {
        ledger.repeated(run, arrival.repeated());
        var notes = new ArrayList<String>();
        if (!arrival.repeated().isEmpty()) {
            notes.add(arrival.repeated().size() + " of the files repeat what is loaded and were left out, such as "
                    + arrival.repeated().get(0).file().path());
        }
        if (arrival.fresh().isEmpty()) {
            return result(table, arrival, Counts.NONE, arrival.unreadable(), notes);
        }
        var read = read(run, table, arrival.fresh()).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return load(run, table, arrival, read, notes);
        } finally {
            read.unpersist();
        }
    }

    private StepResult load(Run run, BronzeTable table, Arrival arrival, Dataset<Row> read, List<String> notes) {
        var unreadable = new ArrayList<>(arrival.unreadable());
        var files = new ArrayList<LoadedFile>();
        for (var row : perFile(read)) {
            var file = arrival.fresh().stream()
                    .filter(fresh -> fresh.file().path().equals(row.getString(0)))
                    .findFirst()
                    .orElseThrow();
            if (row.isNullAt(3)) {
                files.add(file.loaded(row.getLong(1), row.getLong(2)));
            } else {
                unreadable.add(row.getString(0) + " is held: " + row.getString(3));
            }
        }
        arrival.fresh().stream()
                .filter(file -> files.stream()
                        .noneMatch(loaded -> loaded.path().equals(file.file().path())))
                .filter(file -> unreadable.stream()
                        .noneMatch(line -> line.startsWith(file.file().path() + " ")))
                .forEach(file -> files.add(file.loaded(0, 0)));
        var paths = files.stream().map(LoadedFile::path).toArray();
        var whole =
                read.where(col(BronzeRows.UNREADABLE).isNull().and(col("_file").isin(paths)));
        var sound = whole.where(col(BronzeRows.MALFORMED).isNull()).select(columns(table));
        var verdict = Rules.judge(table.quality(), sound);
        notes.addAll(verdict.lines());
        if (verdict.holds()) {
            return StepResult.of(Outcome.HELD, Counts.NONE, notes);
        }
        if (files.isEmpty()) {
            return result(table, arrival, Counts.NONE, unreadable, notes);
        }
        var malformed = whole.where(col(BronzeRows.MALFORMED).isNotNull());
        new Quarantine(tables, table.table())
                .replace(
                        run,
                        malformed.select(
                                col("_file"),
                                col("_line"),
                                col("_file_sha256"),
                                col(BronzeRows.MALFORMED).as("_reason"),
                                col(BronzeRows.RAW).as("_raw")),
                        files.stream()
                                .filter(file -> file.malformed() > 0)
                                .map(LoadedFile::sha256)
                                .toList());
        var commit = tables.append(table.table(), sound, Stamp.ofFiles(run, files), List.of("_data_date"));
        ledger.loaded(run, table.table(), commit.version(), files);
        var counts = Counts.loaded(
                files.stream().mapToLong(LoadedFile::rows).sum(),
                files.stream().mapToLong(LoadedFile::malformed).sum());
        return result(table, arrival, counts, unreadable, notes);
    }

    private Dataset<Row> read(Run run, BronzeTable table, List<LandedFile> files) {
        var sent = SentAs.of(table);
        var from = storage;
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        var slices = Math.min(files.size(), 4 * context.defaultParallelism());
        var rows = context.parallelize(files, slices).flatMap(file -> new FileRows(sent, file, run, from));
        return spark.createDataFrame(rows, BronzeRows.readSchema(sent));
    }

    private static List<Row> perFile(Dataset<Row> read) {
        var isRow = col(BronzeRows.UNREADABLE).isNull();
        var isMalformed = col(BronzeRows.MALFORMED).isNotNull();
        return read.groupBy("_file")
                .agg(
                        count(when(isRow.and(not(isMalformed)), lit(1))),
                        count(when(isRow.and(isMalformed), lit(1))),
                        max(BronzeRows.UNREADABLE))
                .collectAsList();
    }

    private static Column[] columns(BronzeTable table) {
        return Stream.of(BronzeRows.schema(SentAs.of(table)).fieldNames())
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new);
    }

    private static StepResult result(
            BronzeTable table, Arrival arrival, Counts counts, List<String> unreadable, List<String> notes) {
        notes.addAll(unreadable);
        if (!unreadable.isEmpty()) {
            notes.add("Ask the sender of " + table.table() + " to deliver it again; the rest is loaded.");
            return StepResult.of(Outcome.HELD, counts, notes);
        }
        if (!arrival.owed().isEmpty()) {
            arrival.owed()
                    .forEach(date -> notes.add("no delivery for " + date + " under "
                            + table.landing().path().replace("{date}", date.toString()) + ". Ask " + table.owner()
                            + ", or run again when it has come."));
            return StepResult.of(Outcome.WAITING, counts, notes);
        }
        return StepResult.of(counts.read() == 0 ? Outcome.UNCHANGED : Outcome.LOADED, counts, notes);
    }
}
