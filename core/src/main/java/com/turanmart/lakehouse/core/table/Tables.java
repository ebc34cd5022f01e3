package com.turanmart.lakehouse.core.table;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.storage.Storage;
import io.delta.tables.DeltaTable;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.JavaConverters;

/** Tables by name and version; every write is one commit that carries a {@link Stamp}. */
public final class Tables {
    private static final long SMALL_BYTES = 1 << 20;
    private static final String COMMIT_METADATA = "spark.databricks.delta.commitInfo.userMetadata";
    /** Decisions are asked for since the last time that a table had news, which may be years ago. */
    private static final String OPS_LOG_RETENTION = "interval 3650 days";

    private final SparkSession spark;
    private final Storage storage;

    /** A commit that says how far the table has come. */
    private record Stamped(long version, Stamp stamp) {}

    /** The session is used by one thread at a time: a merge tells Delta its stamp through a session setting. */
    public Tables(SparkSession spark, Storage storage) {
        this.spark = spark;
        this.storage = storage;
    }

    public String place(TableName table) {
        return storage.place(table.zone()) + "/" + table.name();
    }

    /** The table's latest version; empty when there is no such table yet. */
    public OptionalLong version(TableName table) {
        var snapshot = snapshot(table);
        return snapshot.version() < 0 ? OptionalLong.empty() : OptionalLong.of(snapshot.version());
    }

    /** The table as it is now; empty when there is no such table yet. */
    public Optional<TableVersion> current(TableName table) {
        return Optional.of(state(table)).filter(state -> state.version() >= 0);
    }

    /** The table's name and id, for stamps. */
    public String incarnation(TableName table) {
        return state(table).incarnation();
    }

    private TableVersion state(TableName table) {
        var snapshot = snapshot(table);
        return new TableVersion(table, snapshot.metadata().id(), snapshot.version());
    }

    public Dataset<Row> read(TableName table) {
        return spark.read().format("delta").load(place(table));
    }

    public Dataset<Row> read(TableName table, long version) {
        return spark.read().format("delta").option("versionAsOf", version).load(place(table));
    }

    /** Whether all rows of the table may be kept in memory without a second thought; its latest commit says how large it is. */
    public boolean isSmall(TableName table) {
        return snapshot(table).checksumOpt().exists(sum -> sum.tableSizeBytes() <= SMALL_BYTES);
    }

    /** Whether a commit after one version up to another says anew what the table is: its columns may have changed. */
    public boolean isRedefined(TableName table, long afterVersion, long toVersion) {
        var commits = DeltaLog.forTable(spark, place(table)).getChanges(afterVersion + 1, toVersion, false);
        var redefined = false;
        while (commits.hasNext()) {
            redefined |=
                    JavaConverters.seqAsJavaList(commits.next()._2()).stream().anyMatch(Metadata.class::isInstance);
        }
        return redefined;
    }

    /** Refuses rows of other columns or types than a table was made with: it would have to be made anew. */
    public void requireShape(TableName table, StructType rows) {
        var snapshot = snapshot(table);
        if (snapshot.version() < 0) {
            return;
        }
        var stored = columns(snapshot.schema());
        var differences = new TreeSet<String>();
        columns(rows).forEach((name, type) -> {
            var there = stored.remove(name);
            if (there == null) {
                differences.add(name + " is new");
            } else if (!there.equals(type)) {
                differences.add(name + " is " + type + " and was " + there);
            }
        });
        stored.keySet().forEach(name -> differences.add(name + " is not declared any more"));
        if (!differences.isEmpty()) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    table + " has other columns than are declared now: " + String.join(", ", differences)
                            + ". Nothing was written. Declare them as they were; or rebuild the table: move "
                            + place(table) + ", the tables that belong to it and those that read it away, and run.");
        }
    }

    private static Map<String, String> columns(StructType schema) {
        var columns = new TreeMap<String, String>();
        for (var field : schema.fields()) {
            columns.put(field.name(), field.dataType().catalogString());
        }
        return columns;
    }

    /** Changes after one version up to another, with Delta's {@code _change_type} and {@code _commit_version}. */
    public Dataset<Row> changes(TableName table, long afterVersion, long toVersion) {
        return spark.read()
                .format("delta")
                .option("readChangeFeed", "true")
                .option("startingVersion", afterVersion + 1)
                .option("endingVersion", toVersion)
                .load(place(table));
    }

    /** What the table's latest stamped commit said; commits of maintenance carry none and are passed over. */
    public Optional<Stamp> stamp(TableName table) {
        return latestStamp(table).map(Stamped::stamp);
    }

    /** The version of the table's latest stamped commit; empty when there is no such table yet. */
    public OptionalLong stampedVersion(TableName table) {
        return latestStamp(table).stream().mapToLong(Stamped::version).findFirst();
    }

    private Optional<Stamped> latestStamp(TableName table) {
        var latest = snapshot(table).version();
        var stamped = latestStamp(table, latest);
        if (stamped.isEmpty() && latest >= 0) {
            throw new Refusal(
                    ExitCode.NEEDS_A_PERSON,
                    table + ": none of its commits says how far it has come, so that rows could be lost or doubled."
                            + " Rebuild it from its inputs: move " + place(table)
                            + " and the tables that read it away, and run again.");
        }
        return stamped;
    }

    /** The version of the latest stamped commit up to a version; empty when none of them can be read. */
    public OptionalLong stampedVersion(TableName table, long upTo) {
        return latestStamp(table, upTo).stream().mapToLong(Stamped::version).findFirst();
    }

    /** Reads each commit once: what a large one says of its files is long. */
    private Optional<Stamped> latestStamp(TableName table, long upTo) {
        return LongStream.iterate(upTo, version -> version >= 0, version -> version - 1)
                .mapToObj(version -> stampAt(table, version).map(stamp -> new Stamped(version, stamp)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What one commit said; empty for a commit of maintenance. */
    public Optional<Stamp> stampAt(TableName table, long version) {
        return commitInfo(table, version).flatMap(Tables::metadata).map(Stamp::parse);
    }

    /** The oldest version whose commit can still be read; Delta cleans older ones up. Empty when there is no table. */
    public OptionalLong oldestCommit(TableName table) {
        var latest = snapshot(table).version();
        if (latest < 0) {
            return OptionalLong.empty();
        }
        var commits = DeltaLog.forTable(spark, place(table)).getChanges(0, latest, false);
        return OptionalLong.of(commits.hasNext() ? (Long) commits.next()._1() : latest);
    }

    /** Adds rows; a column that they have and the table has not yet is added with them. */
    public Commit append(TableName table, Dataset<Row> rows, Stamp stamp, List<String> partitions) {
        return write(
                table,
                writer(table, rows, stamp, partitions)
                        .option("mergeSchema", "true")
                        .mode("append"),
                stamp);
    }

    /** Adds what one run has to tell, in one commit of one file; none when it has nothing to tell. */
    public void record(TableName table, Run run, List<Row> rows, StructType schema) {
        if (!rows.isEmpty()) {
            append(table, spark.createDataFrame(rows, schema).coalesce(1), Stamp.ofInputs(run, Map.of()), List.of());
        }
    }

    /** Makes a table; a property says how Delta keeps it. */
    public Commit create(TableName table, Dataset<Row> rows, Stamp stamp, Map<String, String> properties) {
        return write(
                table, writer(table, rows, stamp, List.of()).options(properties).mode("errorifexists"), stamp);
    }

    /** Replaces all rows, and the columns with them. */
    public Commit replace(
            TableName table, Dataset<Row> rows, Stamp stamp, List<String> partitions, Map<String, String> properties) {
        return write(
                table,
                writer(table, rows, stamp, partitions)
                        .options(properties)
                        .mode("overwrite")
                        .option("overwriteSchema", "true"),
                stamp);
    }

    /** Replaces the rows for which a condition holds; every new row must meet it too. */
    public Commit replaceWhere(
            TableName table, Dataset<Row> rows, String condition, Stamp stamp, List<String> partitions) {
        return write(
                table,
                writer(table, rows, stamp, partitions).mode("overwrite").option("replaceWhere", condition),
                stamp);
    }

    public Commit merge(TableName table, Merge merge, Stamp stamp) {
        var builder = DeltaTable.forPath(spark, place(table))
                .as("kept")
                .merge(merge.fresh().as("fresh"), merge.on());
        if (merge.deleteWhen().isPresent()) {
            builder = builder.whenMatched(merge.deleteWhen().get()).delete();
        }
        if (merge.updateWhen().isPresent()) {
            builder = builder.whenMatched(merge.updateWhen().get()).updateAll();
        }
        if (merge.insertWhen().isPresent()) {
            builder = builder.whenNotMatched(merge.insertWhen().get()).insertAll();
        }
        return stamped(table, stamp, builder::execute);
    }

    /** Makes the table what it was at a version; what was committed since stays in its history. */
    public Commit restore(TableName table, long version, Stamp stamp) {
        return stamped(
                table, stamp, () -> DeltaTable.forPath(spark, place(table)).restoreToVersion(version));
    }

    /** How many of the files of a version are not there any more; empty when even their list is not. */
    public OptionalLong goneFiles(TableVersion asked) {
        var log = DeltaLog.forTable(spark, place(asked.table()));
        try {
            log.history().checkVersionExists(asked.version(), true, false);
        } catch (Exception e) {
            // Scala throws what Java would have to be told of.
            if (e instanceof AnalysisException) {
                return OptionalLong.empty();
            }
            throw e;
        }
        var there = storage.files(asked.table().zone(), asked.table().name()).stream()
                .map(file -> file.path().substring(asked.table().name().length() + 1))
                .collect(Collectors.toSet());
        return OptionalLong.of(log
                .getSnapshotAt(asked.version(), Option.empty(), Option.empty())
                .allFiles()
                .select("path")
                .collectAsList()
                .stream()
                .map(row -> URI.create(row.getString(0)).getPath())
                .filter(path -> !there.contains(path))
                .count());
    }

    private Commit stamped(TableName table, Stamp stamp, Runnable write) {
        spark.conf().set(COMMIT_METADATA, stamp.toJson());
        try {
            write.run();
        } finally {
            spark.conf().unset(COMMIT_METADATA);
        }
        return committed(table, stamp);
    }

    private static DataFrameWriter<Row> writer(
            TableName table, Dataset<Row> rows, Stamp stamp, List<String> partitions) {
        var writer = rows.write()
                .format("delta")
                .option("userMetadata", stamp.toJson())
                .option("delta.enableChangeDataFeed", "true")
                .partitionBy(partitions.toArray(String[]::new));
        return table.zone() == Zone.OPS ? writer.option("delta.logRetentionDuration", OPS_LOG_RETENTION) : writer;
    }

    private Commit write(TableName table, DataFrameWriter<Row> writer, Stamp stamp) {
        writer.save(place(table));
        return committed(table, stamp);
    }

    /** The latest commit of a table that there is. */
    public Commit latest(TableName table) {
        var version = snapshot(table).version();
        return new Commit(
                version, commitInfo(table, version).map(Tables::counts).orElse(Map.of()));
    }

    /** Delta can skip a write and look successful: only a commit that carries our stamp counts. */
    private Commit committed(TableName table, Stamp stamp) {
        var version = snapshot(table).version();
        var info = commitInfo(table, version)
                .filter(commit -> metadata(commit).equals(Optional.of(stamp.toJson())))
                .orElseThrow(() -> new Refusal(
                        ExitCode.SAFE_TO_RERUN,
                        table + ": version " + version + " is not the commit of this run; another writer is at work."
                                + " End it, then run again."));
        return new Commit(version, counts(info));
    }

    private Snapshot snapshot(TableName table) {
        return DeltaLog.forTable(spark, place(table)).update(false, Option.empty(), Option.empty());
    }

    private Optional<CommitInfo> commitInfo(TableName table, long version) {
        var changes = DeltaLog.forTable(spark, place(table)).getChanges(version, version, false);
        if (!changes.hasNext()) {
            return Optional.empty();
        }
        return JavaConverters.seqAsJavaList(changes.next()._2()).stream()
                .filter(CommitInfo.class::isInstance)
                .map(CommitInfo.class::cast)
                .findFirst();
    }

    private static Optional<String> metadata(CommitInfo info) {
        return info.userMetadata().isDefined() ? Optional.of(info.userMetadata().get()) : Optional.empty();
    }

    private static Map<String, Long> counts(CommitInfo info) {
        var counts = new HashMap<String, Long>();
        if (info.operationMetrics().isDefined()) {
            JavaConverters.mapAsJavaMap(info.operationMetrics().get())
                    .forEach((name, count) -> counts.put(name, Long.parseLong(count)));
        }
        return counts;
    }
}
