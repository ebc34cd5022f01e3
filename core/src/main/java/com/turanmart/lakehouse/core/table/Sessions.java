package com.turanmart.lakehouse.core.table;

import com.turanmart.lakehouse.core.conf.Environment;
import com.turanmart.lakehouse.core.storage.Storage;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Opens the one Spark session of a run. */
public final class Sessions {
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("spark.app.name", "lakehouse"),
            Map.entry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension"),
            Map.entry("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.ansi.enabled", "false"),
            // Keys become literals of SQL: a key with ${...} in it is still that key.
            Map.entry("spark.sql.variable.substitute", "false"),
            Map.entry("spark.sql.shuffle.partitions", "4"),
            Map.entry("spark.databricks.delta.snapshotPartitions", "2"),
            // A merge that changes no row is a commit all the same: its stamp says how far the table has come.
            Map.entry("spark.databricks.delta.skipRecordingEmptyCommits", "false"),
            Map.entry("spark.databricks.delta.properties.defaults.checkpointInterval", "20"),
            // The built-in pattern knows neither HMAC keys nor encryption keys.
            Map.entry("spark.redaction.regex", "(?i)secret|password|passwd|token|credential|private|[._-]?key"),
            Map.entry("spark.hadoop.parquet.page.verify-checksum.enabled", "true"),
            Map.entry("spark.ui.enabled", "false"),
            // What its pages would show of earlier queries is memory, and the plans of rules are large.
            Map.entry("spark.sql.ui.retainedExecutions", "20"),
            Map.entry("spark.ui.showConsoleProgress", "false"));

    private Sessions() {}

    /** Whether Spark runs in this process already. */
    public static boolean isOpen() {
        return SparkSession.getDefaultSession()
                .exists(session -> !session.sparkContext().isStopped());
    }

    /** Takes the master that spark-submit gave, else all cores of this machine. */
    public static SparkSession open(Environment environment, Storage storage) {
        var builder = SparkSession.builder();
        if (System.getProperty("spark.master") == null) {
            builder.master("local[*]")
                    .config("spark.driver.host", "localhost")
                    .config("spark.driver.bindAddress", "127.0.0.1");
        }
        SETTINGS.forEach(builder::config);
        storage.settings().forEach((key, value) -> builder.config("spark.hadoop." + key, value));
        environment.spark().forEach(builder::config);
        return builder.getOrCreate();
    }
}
