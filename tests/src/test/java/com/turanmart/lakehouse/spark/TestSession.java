package com.turanmart.lakehouse.spark;

import com.turanmart.lakehouse.core.conf.Environment;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Sessions;
import com.turanmart.lakehouse.core.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The one Spark session of all tests, with the product's own settings; it ends with the JVM. */
public final class TestSession {
    public static final SparkSession SPARK = open();

    private TestSession() {}

    /** Tables in a folder, through a session whose views and settings meet no other test's. */
    public static Tables tables(Path root) {
        return new Tables(SPARK.newSession(), storage(root));
    }

    /** The same without compiling a class for each plan, which costs more than it saves where there are few rows. */
    public static Tables interpreting(Path root) {
        var session = SPARK.newSession();
        session.conf().set("spark.sql.codegen.wholeStage", "false");
        session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        session.conf().set("spark.sql.adaptive.enabled", "false");
        session.conf().set("spark.sql.shuffle.partitions", "2");
        return new Tables(session, storage(root));
    }

    public static Dataset<Row> rows(StructType schema, List<Row> rows) {
        return SPARK.createDataFrame(rows, schema);
    }

    /** The zones of a lakehouse in a folder. */
    public static Storage storage(Path root) {
        return Storage.of(environment(root));
    }

    private static SparkSession open() {
        var unused = Path.of("target", "unused");
        return Sessions.open(environment(unused), storage(unused));
    }

    private static Environment environment(Path root) {
        return new Environment("A folder of the tests.", root.toString(), Map.of(), Optional.empty(), 2, Map.of());
    }
}
