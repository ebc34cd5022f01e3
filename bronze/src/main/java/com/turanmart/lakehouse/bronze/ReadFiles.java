package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Drift;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.run.LoadedFile;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Memory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Landed files, read once: what each of them holds, and which of them cannot be taken. */
final class ReadFiles implements AutoCloseable {
    private final BronzeTable table;
    private final SentAs sent;
    private final Dataset<Row> rows;
    private final Memory memory;
    private final List<LoadedFile> whole = new ArrayList<>();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();
    private final ColumnDrift drift = new ColumnDrift();
    private long skipped;

    private ReadFiles(BronzeTable table, SentAs sent, Dataset<Row> rows) {
        this.table = table;
        this.sent = sent;
        memory = new Memory();
        this.rows = memory.keep(rows);
    }

    static ReadFiles read(SparkSession spark, Storage storage, Run run, BronzeTable table, List<LandedFile> files) {
        var sent = SentAs.of(table);
        if (files.isEmpty()) {
            return new ReadFiles(table, sent, spark.createDataFrame(List.<Row>of(), BronzeRows.readSchema(sent)));
        }
        var rows = Format.isTyped(sent.format())
                ? new TypedFiles(spark, storage, sent, run).rows(files)
                : texts(spark, storage, run, sent, files);
        var read = new ReadFiles(table, sent, rows);
        try {
            FileAccounts.of(read.rows, files).forEach(read::take);
            return read;
        } catch (RuntimeException e) {
            read.close();
            throw e;
        }
    }

    /** Files that were read to their end, with what they hold. */
    List<LoadedFile> whole() {
        return whole;
    }

    /** Why a file was not, by its path. */
    Map<String, String> broken() {
        return broken;
    }

    /** Takes nothing of some files, although they could be read. */
    void leaveOut(Collection<String> paths) {
        leftOut.addAll(paths);
        whole.removeIf(file -> leftOut.contains(file.path()));
    }

    /** What the owner of the table should know of the files that are taken, one line each. */
    List<String> notes() {
        var notes = drift.lines();
        if (skipped > 0) {
            notes.add("events about no row of the table were passed over: " + skipped);
        }
        return notes;
    }

    /** Well-formed rows of whole files, with bronze's own columns. */
    Dataset<Row> sound() {
        var columns = Stream.of(BronzeRows.schema(sent).fieldNames()).map(name -> col("`" + name + "`"));
        return ofWholeFiles().where(col(BronzeRows.MALFORMED).isNull()).select(columns.toArray(Column[]::new));
    }

    /** Malformed records of whole files, as quarantine takes them. */
    Dataset<Row> malformed() {
        return ofWholeFiles()
                .where(col(BronzeRows.MALFORMED).isNotNull())
                .select(
                        col("_file"),
                        col("_line"),
                        col("_file_sha256"),
                        col(BronzeRows.MALFORMED).as("_reason"),
                        lit(null).cast("string").as("_column"),
                        col(BronzeRows.RAW).as("_raw"));
    }

    @Override
    public void close() {
        memory.close();
    }

    private static Dataset<Row> texts(
            SparkSession spark, Storage storage, Run run, SentAs sent, List<LandedFile> files) {
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        var slices = Math.max(1, Math.min(files.size(), 4 * context.defaultParallelism()));
        var records = context.parallelize(files, slices).flatMap(file -> new FileRows(sent, file, run, storage));
        return spark.createDataFrame(records, BronzeRows.readSchema(sent));
    }

    private Dataset<Row> ofWholeFiles() {
        var without = new HashSet<>(leftOut);
        without.addAll(broken.keySet());
        return rows.where(col(BronzeRows.END).isNull()).where(not(col("_file").isin(without.toArray())));
    }

    private void take(LandedFile file, FileEnd end) {
        var path = file.file().path();
        var problem = end.problem().or(() -> drifted(path, end));
        if (problem.isPresent()) {
            broken.put(path, problem.get());
            return;
        }
        whole.add(file.loaded(end.records(), end.malformed()));
        drift.add(path, end);
        skipped += end.skipped();
    }

    private Optional<String> drifted(String path, FileEnd end) {
        if (end.missing().size() == sent.columns().size()) {
            return Optional.of("it has none of the declared columns. Is it of another table, or without a header?");
        }
        var own = ColumnDrift.of(path, end);
        return table.drift() == Drift.RESCUE || own.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", own.lines()));
    }
}
