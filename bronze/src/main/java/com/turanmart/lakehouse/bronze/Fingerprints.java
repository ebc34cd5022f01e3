package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.storage.Storage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Reads files through once, on the executors, and tells their content by its hash. */
final class Fingerprints {

    /** A file with its hash, or why it has none. */
    record Print(LandedFile file, @Nullable String reason) implements Serializable {
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

    /** In order of path, so that of two equal files the same one is always the first. */
    List<Print> of(List<LandedFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        var from = storage;
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        var slices = Math.min(files.size(), 4 * context.defaultParallelism());
        return context.parallelize(files, slices).map(file -> print(from, file)).collect().stream()
                .sorted(Comparator.comparing(print -> print.file().file().path()))
                .toList();
    }

    private static Print print(Storage storage, LandedFile file) {
        try (var bytes = storage.open(file.file().uri())) {
            var digest = MessageDigest.getInstance("SHA-256");
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return new Print(file.withSha256(HexFormat.of().formatHex(digest.digest())), null);
        } catch (IOException e) {
            return new Print(file, String.valueOf(e.getMessage()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
