package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.bronze.format.AvroBlocks;
import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.KeyOf;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.SparkUpgradeException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Files whose columns have types, read by Spark one after the other, so that a broken one breaks alone. */
final class TypedFiles {
    /** A date or time that the writer's calendar may have meant differently ends the file, not the truth. */
    private static final Map<String, String> NOTHING_REBASED =
            Map.of("datetimeRebaseMode", "EXCEPTION", "int96RebaseMode", "EXCEPTION", "mergeSchema", "false");

    private final SparkSession spark;
    private final Storage storage;
    private final SentAs sent;
    private final Run run;
    private final String format;

    TypedFiles(SparkSession spark, Storage storage, SentAs sent, Run run) {
        this.spark = spark.newSession();
        this.storage = storage;
        this.sent = sent;
        this.run = run;
        format = KeyOf.word(sent.format().getClass().getSimpleName());
        // Lines are counted from the beginning of a file: it must not be cut into parts.
        this.spark.conf().set("spark.sql.files.maxPartitionBytes", Long.MAX_VALUE);
        this.spark.conf().set("spark.sql.files.minPartitionNum", 1);
    }

    /** The rows of all files that can be taken and, for each file, its end. */
    Dataset<Row> rows(List<LandedFile> files) {
        var ends = new ArrayList<Row>();
        var parts = new ArrayList<Dataset<Row>>();
        for (var file : files) {
            ends.add(new RowOfRecord(sent, file, run).end(end(file, parts)));
        }
        var all = spark.createDataFrame(ends, BronzeRows.readSchema(sent)).coalesce(1);
        return parts.stream().reduce(all, Dataset::union);
    }

    private FileEnd end(LandedFile file, List<Dataset<Row>> parts) {
        try {
            var read = spark.read()
                    .format(format)
                    .options(NOTHING_REBASED)
                    .load(literally(file.file().uri()));
            var projection = new TypedProjection(sent, read.schema());
            var problem = projection.problem();
            if (problem.isPresent()) {
                return FileEnd.broken(problem.get());
            }
            var rows = projection.rows(read, file, run);
            // Every value is decoded once before anything is promised: a footer can be sound where a page is not.
            rows.write().format("noop").mode("overwrite").save();
            var end = counted(read, projection);
            if (!isWhole(file, end)) {
                return FileEnd.broken(damaged());
            }
            parts.add(rows);
            return end;
        } catch (Exception e) {
            return FileEnd.broken(reason(e));
        }
    }

    /** What the file says of itself, not what was made of it. */
    private static FileEnd counted(Dataset<Row> read, TypedProjection projection) {
        var names = projection.undeclared();
        var counts = read.agg(
                        count(lit(1)),
                        names.stream()
                                .map(name -> count(TypedProjection.sent(name)))
                                .toArray(Column[]::new))
                .first();
        var undeclared = new TreeMap<String, Long>();
        for (var index = 0; index < names.size(); index++) {
            undeclared.put(names.get(index), counts.getLong(index + 1));
        }
        return new FileEnd(Optional.empty(), counts.getLong(0), 0, 0, projection.missing(), undeclared);
    }

    private boolean isWhole(LandedFile file, FileEnd end) throws IOException {
        if (!(sent.format() instanceof Format.Avro)) {
            return true;
        }
        try (var bytes = storage.open(file.file().uri())) {
            return AvroBlocks.records(bytes) == end.records();
        }
    }

    /** Spark's own words can quote values. */
    private String reason(Exception problem) {
        return Stream.<Throwable>iterate(problem, cause -> cause != null, Throwable::getCause)
                        .anyMatch(SparkUpgradeException.class::isInstance)
                ? "it holds dates or times so old that its writer's calendar decides what they mean."
                        + " Ask for them in the proleptic Gregorian calendar"
                : damaged();
    }

    private String damaged() {
        return "it cannot be read as " + format + ": it is cut off, damaged or something else";
    }

    /** Names of files are no patterns. */
    private static String literally(String uri) {
        return uri.replaceAll("([{}\\[\\]*?\\\\])", "\\\\$1");
    }
}
