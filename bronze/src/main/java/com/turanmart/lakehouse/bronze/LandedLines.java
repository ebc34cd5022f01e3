package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.quarantine.Origin;
import com.turanmart.lakehouse.core.storage.Storage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Where quarantined lines still lie in the landing zone. */
public final class LandedLines {
    private LandedLines() {}

    /** The files of some lines that are not in the landing zone any more as they were loaded. */
    public static List<String> gone(SparkSession spark, Storage storage, BronzeTable table, List<Origin> lines) {
        var there = hashes(files(spark, storage, table, lines));
        return lines.stream()
                .filter(line -> !there.contains(line.sha256()))
                .map(Origin::file)
                .distinct()
                .sorted()
                .toList();
    }

    /** The files of some lines that still are, with the content that was loaded. */
    static List<LandedFile> files(SparkSession spark, Storage storage, BronzeTable table, List<Origin> lines) {
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

    static Set<String> hashes(List<LandedFile> files) {
        return files.stream().map(LandedFile::sha256).collect(Collectors.toSet());
    }
}
