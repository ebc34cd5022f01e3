package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.architecture.Repository;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.SilverSqlTable;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Yaml;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.core.table.Merge;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.quality.Releases;
import com.turanmart.lakehouse.spark.TestSession;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The customers' mart and the newest day as they are configured, over tables of silver that a test writes. */
final class CustomerMart {
    static final TableName NAME = TableName.parse("gold.customer_360");
    static final TableName NEWEST_DAY = TableName.parse("silver.latest_day");

    private static final Run RUN = new Run("r-1", LocalDate.of(2026, 5, 4), Instant.parse("2026-05-05T01:00:00Z"));
    private static final Stamp STAMP = Stamp.ofInputs(RUN, Map.of());

    private final SparkSession session;
    private final Tables tables;
    // Its rule minds days that leap, as they do here.
    private final SilverSqlTable day =
            Yaml.read(SilverSqlTable.class, withoutRules(text("tables", NEWEST_DAY.toString(), ".yaml")));
    private final GoldTable mart;

    /** @param audited whether its rules judge it: they read all of it, however little has changed */
    CustomerMart(SparkSession session, Path root, boolean audited) {
        this.session = session;
        tables = new Tables(session, TestSession.storage(root));
        var yaml = text("tables", NAME.toString(), ".yaml");
        mart = Yaml.read(GoldTable.class, audited ? yaml : withoutRules(yaml));
    }

    void write(String table, String rows, String... partitions) {
        tables.append(TableName.parse(table), session.sql(rows), STAMP, List.of(partitions));
    }

    /** @param rows among them some of which {@code gone} says that they go */
    void merge(String table, String key, String rows) {
        tables.merge(
                TableName.parse(table),
                Merge.of(session.sql(rows), "kept." + key + " = fresh." + key)
                        .deleteWhen("fresh.gone")
                        .updateWhen("true")
                        .insertWhen("NOT fresh.gone"),
                STAMP);
    }

    /** What the mart's own step says, after the newest day has been told. */
    StepResult build() {
        build(day, Set.of());
        return build(mart, Set.of());
    }

    StepResult rebuild() {
        build(day, Set.of());
        return build(mart, Set.of(NAME));
    }

    Commit latest() {
        return tables.latest(NAME);
    }

    /** The rows of the mart or of the newest day. */
    List<String> rows(TableName table) {
        return sorted(tables.read(table));
    }

    /** What their SQL gives over the inputs as they are. */
    List<String> truth(TableName table) {
        var inputs = table.equals(NAME) ? mart.inputs() : day.inputs();
        inputs.forEach(input -> tables.read(input).createOrReplaceTempView(view(input.toString())));
        return sorted(session.sql(SqlText.parse(text("sql", table.toString(), ".sql"))
                .orThrow()
                .renamed(name -> inputs.contains(TableName.parse(name)) ? view(name) : name)));
    }

    private StepResult build(SqlTable table, Set<TableName> anew) {
        var sql = Map.of(table.table(), text("sql", table.table().toString(), ".sql"));
        var gate = new Gate(RUN, tables, List.of(table), new Releases(List.of()));
        try (var build = new SqlBuild(session, tables, gate, List.of(table), sql, anew)) {
            return build.stage(RUN, table).orElseGet(() -> build.commit(RUN, table));
        }
    }

    private static String withoutRules(String yaml) {
        return yaml.substring(0, yaml.indexOf("\nquality:"));
    }

    private static String text(String folder, String table, String ending) {
        return Repository.read(
                Repository.root().resolve("conf").resolve(folder).resolve(table.replace('.', '/') + ending));
    }

    private static String view(String table) {
        return "whole_" + table.replace('.', '_');
    }

    private static List<String> sorted(Dataset<Row> rows) {
        return Stream.of((Row[]) rows.collect()).map(Row::toString).sorted().toList();
    }
}
