package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.LoadedFile;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The files that bronze has taken in, in {@code ops.files}. It is only an index: what a bronze commit says of itself
 * is the truth, and whatever the ledger missed is read from there.
 */
public final class FileLedger {
    private static final TableName FILES = new TableName(Zone.OPS, "files");
    private static final StructType SCHEMA = new StructType()
            .add("table", DataTypes.StringType)
            .add("path", DataTypes.StringType)
            .add("size_bytes", DataTypes.LongType)
            .add("modified_at_millis", DataTypes.LongType)
            .add("sha256", DataTypes.StringType)
            .add("data_date", DataTypes.StringType)
            .add("state", DataTypes.StringType)
            .add("rows", DataTypes.LongType)
            .add("malformed", DataTypes.LongType)
            .add("run", DataTypes.StringType)
            .add("table_version", DataTypes.LongType);

    private final SparkSession spark;
    private final Tables tables;
    private final Set<String> identities = new HashSet<>();
    private final Set<String> contents = new HashSet<>();
    private final List<Row> unwritten = new ArrayList<>();

    private FileLedger(SparkSession spark, Tables tables) {
        this.spark = spark;
        this.tables = tables;
    }

    /** Reads the ledger and adds what bronze commits of a run that died before writing it. */
    public static FileLedger open(SparkSession spark, Tables tables, List<BronzeTable> bronze) {
        var ledger = new FileLedger(spark, tables);
        var covered = ledger.read();
        for (var table : bronze) {
            var known = covered.getOrDefault(table.table().toString(), -1L);
            var latest = tables.version(table.table());
            if (known > latest.orElse(-1)) {
                throw new Refusal(
                        ExitCode.NEEDS_A_PERSON,
                        table.table() + ": the file ledger knows version " + known + " of it, the table has "
                                + (latest.isEmpty() ? "none" : latest.getAsLong())
                                + ". Put the table back; or move bronze, silver, gold and " + tables.place(FILES)
                                + " away together, and run again.");
            }
            for (var version = known + 1; version <= latest.orElse(-1); version++) {
                ledger.heal(table.table(), version);
            }
        }
        return ledger;
    }

    static String content(TableName table, String sha256) {
        return table + "\n" + sha256;
    }

    Set<String> identities() {
        return identities;
    }

    Set<String> contents() {
        return contents;
    }

    synchronized void loaded(Run run, TableName table, long version, List<LoadedFile> files) {
        files.forEach(file -> add(table, file, "loaded", run.id(), version));
    }

    synchronized void repeated(Run run, List<LandedFile> files) {
        files.forEach(file -> add(file.table(), file.loaded(0, 0), "duplicate", run.id(), -1));
    }

    /** One commit for all that the run has seen; none when it saw nothing new. */
    public synchronized void write(Run run) {
        if (unwritten.isEmpty()) {
            return;
        }
        var rows = spark.createDataFrame(unwritten, SCHEMA).coalesce(1);
        tables.append(FILES, rows, Stamp.ofInputs(run, Map.of()), List.of());
        unwritten.clear();
    }

    private void add(TableName table, LoadedFile file, String state, String run, long version) {
        identities.add(identity(table, file.path(), file.sizeBytes(), file.modifiedAtMillis()));
        contents.add(content(table, file.sha256()));
        unwritten.add(RowFactory.create(
                table.toString(),
                file.path(),
                file.sizeBytes(),
                file.modifiedAtMillis(),
                file.sha256(),
                file.date(),
                state,
                file.rows(),
                file.malformed(),
                run,
                version));
    }

    private void heal(TableName table, long version) {
        tables.stampAt(table, version)
                .ifPresent(stamp -> stamp.files().forEach(file -> add(table, file, "loaded", stamp.run(), version)));
    }

    private Map<String, Long> read() {
        var covered = new HashMap<String, Long>();
        if (tables.version(FILES).isEmpty()) {
            return covered;
        }
        var files = tables.read(FILES)
                .select("table", "path", "size_bytes", "modified_at_millis", "sha256", "table_version");
        for (var row : files.collectAsList()) {
            var table = TableName.parse(row.getString(0));
            identities.add(identity(table, row.getString(1), row.getLong(2), row.getLong(3)));
            contents.add(content(table, row.getString(4)));
            covered.merge(row.getString(0), row.getLong(5), Math::max);
        }
        return covered;
    }

    /** Name, size and time: enough to know a file again without reading it. */
    static String identity(TableName table, String path, long sizeBytes, long modifiedAtMillis) {
        return table + "\n" + path + "\n" + sizeBytes + "\n" + modifiedAtMillis;
    }
}
