package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.architecture.Repository;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.spark.TestSession;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.FileSourceScanExec;
import scala.collection.JavaConverters;

/** Tables that a test writes as lines of CSV, and tables of the configuration by their own SQL over them. */
final class TinyTables {
    private final SparkSession spark = TestSession.SPARK.newSession();
    private final Set<String> names = new TreeSet<>();

    TinyTables() {
        spark.conf().set("spark.sql.shuffle.partitions", "1");
    }

    /** @param columns as DDL */
    TinyTables table(String name, String columns, String... lines) {
        return show(name, spark.read().schema(columns).csv(spark.createDataset(List.of(lines), Encoders.STRING())));
    }

    /** A table by SQL as the configuration defines it. */
    TinyTables built(String name) {
        return show(name, defined(name));
    }

    /** The same, of one whose SQL reads what it was before. */
    TinyTables builtAnew(String name) {
        var rows = defined(name);
        return show(name, spark.createDataFrame(rows.collectAsList(), rows.schema()));
    }

    Dataset<Row> defined(String name) {
        return query(Repository.read(Repository.root().resolve("conf/sql").resolve(name.replace('.', '/') + ".sql")));
    }

    Dataset<Row> query(String sql) {
        return spark.sql(SqlText.parse(sql).orThrow().renamed(table -> names.contains(table) ? view(table) : table));
    }

    /** Stores a table, so that the plan of its readers shows which of its files they read. */
    TinyTables stored(Path root, String name, String... partitions) {
        var tables = TestSession.tables(root);
        var table = TableName.parse(name);
        var run = new Run("r-1", LocalDate.EPOCH, Instant.EPOCH);
        tables.append(table, spark.table(view(name)), Stamp.ofInputs(run, Map.of()), List.of(partitions));
        return show(name, spark.read().format("delta").load(tables.place(table)));
    }

    /** Some columns of a table by SQL, a line for each row, in order. */
    List<String> rows(String name, String... columns) {
        return defined(name).selectExpr(columns).collectAsList().stream()
                .map(row -> row.mkString(" "))
                .sorted()
                .toList();
    }

    /** What the files of stored tables are asked for, for each reading of one. */
    static List<String> filtersOnFiles(Dataset<Row> query) {
        return JavaConverters.seqAsJavaList(query.queryExecution().sparkPlan().collectLeaves()).stream()
                .filter(FileSourceScanExec.class::isInstance)
                .map(FileSourceScanExec.class::cast)
                .map(scan -> Stream.of(scan.partitionFilters(), scan.dataFilters())
                        .map(Object::toString)
                        .reduce("", String::concat))
                .toList();
    }

    /** How many files of stored tables were read for a query that has been asked. */
    static long filesRead(Dataset<Row> asked) {
        return JavaConverters.seqAsJavaList(
                        asked.queryExecution().executedPlan().collectLeaves())
                .stream()
                .filter(FileSourceScanExec.class::isInstance)
                .mapToLong(scan -> scan.metrics().apply("numFiles").value())
                .sum();
    }

    private TinyTables show(String name, Dataset<Row> rows) {
        rows.createOrReplaceTempView(view(name));
        names.add(name);
        return this;
    }

    private static String view(String name) {
        return name.replace(".", "__");
    }
}
