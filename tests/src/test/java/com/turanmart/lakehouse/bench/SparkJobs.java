package com.turanmart.lakehouse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** Counts the jobs of a Spark that is timed, and writes their number down when it ends. */
public final class SparkJobs extends SparkListener {
    private static final String FILE = "bench.jobs";

    private long jobs;

    static String[] options(Path file) {
        return new String[] {"-Dspark.extraListeners=" + SparkJobs.class.getName(), "-D" + FILE + "=" + file};
    }

    /** None when no Spark has ended that would have written it. */
    static long in(Path file) throws IOException {
        return Files.exists(file) ? Long.parseLong(Files.readString(file)) : 0;
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        jobs++;
    }

    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd end) {
        try {
            Files.writeString(Path.of(System.getProperty(FILE)), String.valueOf(jobs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
