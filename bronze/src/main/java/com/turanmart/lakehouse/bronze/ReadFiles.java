package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.core.run.LoadedFile;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Landed files, read once: what each of them holds, and which of them broke off. */
final class ReadFiles implements AutoCloseable {
    private final SentAs sent;
    private final Dataset<Row> rows;
    private final List<LoadedFile> whole = new ArrayList<>();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();

    private ReadFiles(SentAs sent, Dataset<Row> rows) {
        this.sent = sent;
        this.rows = rows;
    }

    static ReadFiles read(SparkSession spark, Storage storage, Run run, SentAs sent, List<LandedFile> files) {
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        var slices = Math.min(files.size(), 4 * context.defaultParallelism());
        var records = context.parallelize(files, slices).flatMap(file -> new FileRows(sent, file, run, storage));
        var rows = spark.createDataFrame(records, BronzeRows.readSchema(sent)).persist(StorageLevel.MEMORY_AND_DISK());
        var read = new ReadFiles(sent, rows);
        read.account(files);
        return read;
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
                        col(BronzeRows.RAW).as("_raw"));
    }

    @Override
    public void close() {
        rows.unpersist();
    }

    private Dataset<Row> ofWholeFiles() {
        var without = new HashSet<>(leftOut);
        without.addAll(broken.keySet());
        return rows.where(not(col("_file").isin(without.toArray())));
    }

    private void account(List<LandedFile> files) {
        var isMalformed = col(BronzeRows.MALFORMED).isNotNull();
        var byPath = rows
                .groupBy("_file")
                .agg(
                        count(when(not(isMalformed), lit(1))),
                        count(when(isMalformed, lit(1))),
                        max(BronzeRows.UNREADABLE))
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(row -> row.getString(0), Function.identity()));
        for (var file : files) {
            var path = file.file().path();
            var held = byPath.get(path);
            if (held == null) {
                whole.add(file.loaded(0, 0));
            } else if (held.isNullAt(3)) {
                whole.add(file.loaded(held.getLong(1), held.getLong(2)));
            } else {
                broken.put(path, held.getString(3));
            }
        }
    }
}
