package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.storage.Sha256;
import com.turanmart.lakehouse.core.storage.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Reads files through once, on the executors, and tells their content by its hash. */
final class Fingerprints {

    /** The hash of a file, or why it has none. */
    record Print(String sha256, @Nullable String reason) implements Serializable {
        Optional<String> problem() {
            return Optional.ofNullable(reason);
        }
    }

    private final SparkSession spark;
    private final Storage storage;

    Fingerprints(SparkSession spark, Storage storage) {
        this.spark = spark;
        this.storage = storage;
    }

    /** Of each file its print, in one job; a task takes many files. */
    Map<LandedFile, Print> of(List<LandedFile> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        var from = storage;
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        var slices = Math.min(files.size(), 4 * context.defaultParallelism());
        var prints = context.parallelize(files, slices)
                .map(file -> print(from, file))
                .collect();
        return IntStream.range(0, files.size()).boxed().collect(Collectors.toMap(files::get, prints::get));
    }

    private static Print print(Storage storage, LandedFile file) {
        try (var bytes = storage.open(file.file().uri())) {
            return new Print(Sha256.of(bytes), null);
        } catch (IOException e) {
            return new Print("", String.valueOf(e.getMessage()));
        }
    }
}
