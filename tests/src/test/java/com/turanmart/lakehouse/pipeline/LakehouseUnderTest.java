package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.Sessions;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.shop.demo.EmbeddedS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** A lakehouse in a folder of its own, worked by the one Spark session of all tests, which ends with the process. */
public final class LakehouseUnderTest {
    /** The configuration of this repository. */
    public static final Path CONF = Path.of("..", "conf");

    private final Path stored;
    private final Configuration configuration;
    private final Storage storage;
    private final SparkSession spark;

    private LakehouseUnderTest(Path stored, Configuration configuration) {
        this.stored = stored;
        this.configuration = configuration;
        storage = Storage.of(configuration.environment());
        spark = Sessions.open(configuration.environment(), storage);
        // A session that runs already takes no Hadoop settings from its builder.
        storage.settings().forEach(spark.sparkContext().hadoopConfiguration()::set);
    }

    /** A lakehouse in a folder; its landing zone is there. */
    public static LakehouseUnderTest inFolder(Path conf, Path root) {
        folder(root.resolve("landing"));
        return new LakehouseUnderTest(root, read(conf, "local", Map.of("LAKEHOUSE_ROOT", root.toString())));
    }

    /** A lakehouse on an S3 server that keeps its buckets in a folder. */
    static LakehouseUnderTest onS3(Path conf, Path folder) {
        var server = EmbeddedS3.start(Path.of("target", "tools", "s3proxy.jar"), folder);
        return new LakehouseUnderTest(folder.resolve(EmbeddedS3.BUCKET), read(conf, "s3", ofOneBucket(server)));
    }

    private static Map<String, String> ofOneBucket(EmbeddedS3 server) {
        var variables = new TreeMap<>(server.variables());
        variables.put("LAKEHOUSE_ZONES_LANDING", "s3a://" + EmbeddedS3.BUCKET + "/landing");
        variables.put("LAKEHOUSE_ZONES_RESTRICTED", "s3a://" + EmbeddedS3.BUCKET + "/restricted");
        return variables;
    }

    private static Configuration read(Path conf, String environment, Map<String, String> variables) {
        return Configurations.read(conf, environment, variables).orRefuse();
    }

    public RunReport run(LocalDate date) {
        return run(date, new Quiet());
    }

    public RunReport run(LocalDate date, Progress progress) {
        return nights(progress).run(date);
    }

    /** The night of that date once more, with every table by SQL computed as a whole. */
    RunReport rebuild(LocalDate date) {
        return nights(new Quiet()).run(date, false, Set.copyOf(tablesBySql()));
    }

    /** Those that are kept up with their inputs, in silver and gold. */
    List<TableName> tablesBySql() {
        return configuration.tables(SqlTable.class).stream()
                .map(SqlTable::table)
                .toList();
    }

    @SuppressWarnings("resource") // closing is for whoever started Spark
    private Nights nights(Progress progress) {
        return Nights.open(configuration, progress);
    }

    Storage storage() {
        return storage;
    }

    Configuration configuration() {
        return configuration;
    }

    public Dataset<Row> read(String table) {
        return new Tables(spark, storage).read(TableName.parse(table));
    }

    public long count(String table) {
        return new Tables(spark, storage).version(TableName.parse(table)).isPresent()
                ? read(table).count()
                : 0;
    }

    /** What each table by SQL holds, by its name. */
    SortedMap<String, String> digests() {
        var digests = new TreeMap<String, String>();
        tablesBySql().forEach(table -> digests.put(table.toString(), Digest.of(read(table.toString()))));
        return digests;
    }

    /** All rows with their declared columns as text, in order. */
    List<String> rows(SilverTable table) {
        var columns = table.columns().stream()
                .map(column -> functions.col(column.name()))
                .toArray(org.apache.spark.sql.Column[]::new);
        return read(table.table().toString()).select(columns).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    /** The latest version of every Delta table in the folder, by its path in it. */
    public SortedMap<String, Long> versions() {
        var versions = new TreeMap<String, Long>();
        try (var files = Files.walk(stored)) {
            files.filter(file -> file.getParent().endsWith("_delta_log"))
                    .filter(file -> file.getFileName().toString().matches("\\d{20}\\.json"))
                    .forEach(file -> versions.merge(
                            stored.relativize(file.getParent().getParent()).toString(),
                            Long.parseLong(file.getFileName().toString().substring(0, 20)),
                            Math::max));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }

    static void folder(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of a folder that a test may change. */
    static Path copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                folder(target.getParent());
                Files.copy(file, target);
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says nothing but what a developer has to see. */
    public static class Quiet implements Progress {
        @Override
        public void prepared(String what, double seconds) {}

        @Override
        public void started(String layer, String table) {}

        @Override
        public void ended(StepReport step) {}

        @Override
        public void defect(String table, Throwable problem) {
            problem.printStackTrace();
        }
    }
}
