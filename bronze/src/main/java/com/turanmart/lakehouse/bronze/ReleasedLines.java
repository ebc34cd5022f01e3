package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.col;

import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.quarantine.Decisions;
import com.turanmart.lakehouse.core.quarantine.Origin;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import java.util.List;
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

    private final ReadFiles files;
    private final Dataset<Row> sound;
    private final Dataset<Row> broken;
    private final long soundCount;
    private final long brokenCount;

    private ReleasedLines(ReadFiles files, List<Origin> released, List<LandedFile> landed) {
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

    public static ReleasedLines read(
            SparkSession spark, Storage storage, Run run, BronzeTable table, List<Origin> released) {
        var landed = stillLanded(spark, storage, table, released);
        return new ReleasedLines(ReadFiles.read(spark, storage, run, SentAs.of(table), landed), released, landed);
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

    /** Rows of bronze. */
    Dataset<Row> sound() {
        return sound;
    }

    /** Lines for quarantine, as it takes them. */
    Dataset<Row> broken() {
        return broken;
    }

    long soundCount() {
        return soundCount;
    }

    long brokenCount() {
        return brokenCount;
    }

    /** Why lines are still broken; never with their text. */
    public List<String> faults() {
        return broken.select("_reason").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
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
                .flatMap(file ->
                        path.date(file.path()).map(date -> new LandedFile(table.table(), file, date, "")).stream())
                .toList();
        var hashes = lines.stream().map(Origin::sha256).collect(Collectors.toSet());
        return new Fingerprints(spark, storage)
                .of(landed).stream()
                        .map(Fingerprints.Print::file)
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
