package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.col;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.quarantine.DecisionLog;
import com.turanmart.lakehouse.core.quarantine.Decisions;
import com.turanmart.lakehouse.core.quarantine.Origin;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Malformed lines that were released from quarantine, read again from their landed files as the table is declared
 * today. None gets lost: a line that still cannot be read, or whose file is not there any more, is broken again.
 */
public final class ReleasedLines implements AutoCloseable {
    private static final Column[] LINE = {col("_file_sha256"), col("_line")};

    private final Decisions decisions;
    private final Optional<ReadFiles> files;
    private final Optional<Dataset<Row>> sound;
    private final Optional<Dataset<Row>> broken;
    private final long soundCount;
    private final long brokenCount;

    private ReleasedLines(Decisions none) {
        decisions = none;
        files = Optional.empty();
        sound = Optional.empty();
        broken = Optional.empty();
        soundCount = 0;
        brokenCount = 0;
    }

    private ReleasedLines(Decisions decisions, List<Origin> released, ReadFiles files, List<LandedFile> landed) {
        var read = Decisions.rowsOf(released, files.sound());
        var malformed = Decisions.rowsOf(released, files.malformed());
        var there = read.select(LINE).collectAsList();
        var stillMalformed = malformed.select(LINE).collectAsList();
        var hashes = LandedLines.hashes(landed);
        var lost = released.stream()
                .filter(line -> Stream.of(there, stillMalformed)
                        .noneMatch(lines -> lines.contains(RowFactory.create(line.sha256(), line.line()))))
                .map(line -> broken(line, why(line, hashes, files)))
                .toList();
        this.decisions = decisions;
        this.files = Optional.of(files);
        sound = Optional.of(read);
        broken = Optional.of(malformed
                .sparkSession()
                .createDataFrame(lost, malformed.schema())
                .union(malformed));
        soundCount = there.size();
        brokenCount = (long) stillMalformed.size() + lost.size();
    }

    /** What was released since the table's last commit. */
    static ReleasedLines since(SparkSession spark, Storage storage, Tables tables, Run run, BronzeTable table) {
        var decisions = new DecisionLog(tables).about(table.table());
        var taken = tables.stamp(table.table()).map(Stamp::inputs).orElse(Map.of());
        return read(spark, storage, run, table, decisions, decisions.releasedSince(taken));
    }

    /** Why a line would not come in as the table is declared today, without its text; empty when it would. */
    public static List<String> faults(SparkSession spark, Storage storage, Run run, BronzeTable table, Origin line) {
        try (var lines = read(spark, storage, run, table, Decisions.NONE, List.of(line))) {
            return lines.broken.stream()
                    .flatMap(rows -> rows.select("_reason").collectAsList().stream())
                    .map(row -> row.getString(0))
                    .toList();
        }
    }

    private static ReleasedLines read(
            SparkSession spark,
            Storage storage,
            Run run,
            BronzeTable table,
            Decisions decisions,
            List<Origin> released) {
        if (released.isEmpty()) {
            return new ReleasedLines(decisions);
        }
        var landed = LandedLines.files(spark, storage, table, released);
        var files = ReadFiles.read(spark, storage, run, table, landed);
        return new ReleasedLines(decisions, released, files, landed);
    }

    boolean isEmpty() {
        return soundCount + brokenCount == 0;
    }

    /** The decisions that these lines are acted upon by. */
    Decisions decisions() {
        return decisions;
    }

    /** Rows of bronze, these among them. */
    Dataset<Row> with(Dataset<Row> fresh) {
        return sound.map(fresh::unionByName).orElse(fresh);
    }

    /** Lines for quarantine, these among them. */
    Dataset<Row> withBroken(Dataset<Row> malformed) {
        return broken.map(malformed::unionByName).orElse(malformed);
    }

    long soundCount() {
        return soundCount;
    }

    long brokenCount() {
        return brokenCount;
    }

    @Override
    public void close() {
        files.ifPresent(ReadFiles::close);
    }

    private static String why(Origin line, Set<String> there, ReadFiles files) {
        if (!there.contains(line.sha256())) {
            return "its file is not in the landing zone any more, or has other content";
        }
        return files.broken().getOrDefault(line.file(), "no record ends at this line, as the table is declared today");
    }

    private static Row broken(Origin line, String why) {
        return RowFactory.create(line.file(), line.line(), line.sha256(), why, null, null);
    }
}
