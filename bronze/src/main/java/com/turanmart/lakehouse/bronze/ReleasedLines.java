package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.col;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.quarantine.DecisionLog;
import com.turanmart.lakehouse.core.quarantine.Decisions;
import com.turanmart.lakehouse.core.quarantine.Origin;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final ReadFiles files;
    private final Dataset<Row> sound;
    private final Dataset<Row> broken;
    private final long soundCount;
    private final long brokenCount;

    private ReleasedLines(Decisions decisions, List<Origin> released, ReadFiles files, List<LandedFile> landed) {
        this.decisions = decisions;
        this.files = files;
        sound = Decisions.rowsOf(released, files.sound());
        var malformed = Decisions.rowsOf(released, files.malformed());
        var read = landed.isEmpty() ? List.<Row>of() : sound.select(LINE).collectAsList();
        var stillMalformed =
                landed.isEmpty() ? List.<Row>of() : malformed.select(LINE).collectAsList();
        var there = hashes(landed);
        var lost = released.stream()
                .filter(line -> Stream.of(read, stillMalformed)
                        .noneMatch(lines -> lines.contains(RowFactory.create(line.sha256(), line.line()))))
                .map(line -> broken(line, there.contains(line.sha256())))
                .toList();
        broken = malformed
                .sparkSession()
                .createDataFrame(lost, malformed.schema())
                .union(malformed);
        soundCount = read.size();
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
            return lines.broken.select("_reason").collectAsList().stream()
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
        var landed = stillLanded(spark, storage, table, released);
        var files = ReadFiles.read(spark, storage, run, table, landed);
        return new ReleasedLines(decisions, released, files, landed);
    }

    /** The files of some quarantined lines that are not in the landing zone any more as they were loaded. */
    public static List<String> gone(SparkSession spark, Storage storage, BronzeTable table, List<Origin> lines) {
        var there = hashes(stillLanded(spark, storage, table, lines));
        return lines.stream()
                .filter(line -> !there.contains(line.sha256()))
                .map(Origin::file)
                .distinct()
                .sorted()
                .toList();
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
        return fresh.unionByName(sound);
    }

    /** Lines for quarantine, these among them. */
    Dataset<Row> withBroken(Dataset<Row> malformed) {
        return malformed.unionByName(broken);
    }

    long soundCount() {
        return soundCount;
    }

    long brokenCount() {
        return brokenCount;
    }

    @Override
    public void close() {
        files.close();
    }

    private static List<LandedFile> stillLanded(
            SparkSession spark, Storage storage, BronzeTable table, List<Origin> lines) {
        var path = new LandingPath(table.landing().path());
        var paths = lines.stream().map(Origin::file).collect(Collectors.toSet());
        var landed = paths.stream()
                .map(file -> file.substring(0, Math.max(0, file.lastIndexOf('/'))))
                .distinct()
                .flatMap(folder -> storage.files(Zone.LANDING, folder).stream())
                .filter(file -> paths.contains(file.path()))
                .distinct()
                .flatMap(file -> path.date(file.path()).map(date -> LandedFile.of(table.table(), file, date)).stream())
                .toList();
        var hashes = lines.stream().map(Origin::sha256).collect(Collectors.toSet());
        return new Fingerprints(spark, storage)
                .of(landed).entrySet().stream()
                        .map(print -> print.getKey().withSha256(print.getValue().sha256()))
                        .filter(file -> hashes.contains(file.sha256()))
                        .toList();
    }

    private static Set<String> hashes(List<LandedFile> files) {
        return files.stream().map(LandedFile::sha256).collect(Collectors.toSet());
    }

    private static Row broken(Origin line, boolean isThere) {
        return RowFactory.create(
                line.file(),
                line.line(),
                line.sha256(),
                isThere
                        ? "no record ends at this line, as the table is declared today"
                        : "its file is not in the landing zone any more, or has other content",
                null,
                null);
    }
}
