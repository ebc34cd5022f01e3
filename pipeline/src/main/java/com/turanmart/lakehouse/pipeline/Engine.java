package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Sessions;
import com.turanmart.lakehouse.core.table.Tables;
import org.apache.spark.sql.SparkSession;

/** What a command works with: a declared lakehouse, its files, and the one Spark session. */
record Engine(Configuration configuration, Storage storage, SparkSession spark, boolean startedSpark)
        implements AutoCloseable {

    /** Starts Spark, unless it runs in this process already. */
    static Engine start(Configuration configuration, Storage storage) {
        var startsSpark = !Sessions.isOpen();
        return new Engine(configuration, storage, Sessions.open(configuration.environment(), storage), startsSpark);
    }

    Tables tables() {
        return new Tables(spark, storage);
    }

    /** Stops the Spark that it started; one that ran before belongs to somebody else. */
    @Override
    public void close() {
        if (startedSpark) {
            spark.stop();
        }
    }
}
