package com.turanmart.lakehouse.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import com.turanmart.lakehouse.core.conf.Consequence;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.table.Tables;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** What every rule of every table said in every run, in {@code ops.rules}. */
public final class RuleLog {
    private static final TableName RULES = new TableName(Zone.OPS, "rules");
    private static final StructType SCHEMA = new StructType()
            .add("run", DataTypes.StringType)
            .add("data_date", DataTypes.DateType)
            .add("started_at", DataTypes.TimestampType)
            .add("table", DataTypes.StringType)
            .add("rule", DataTypes.StringType)
            .add("consequence", DataTypes.StringType)
            .add("outcome", DataTypes.StringType)
            .add("measured", DataTypes.StringType)
            .add("expected", DataTypes.StringType)
            .add("rows", DataTypes.LongType);

    private static final Duration LOOKED_BACK = Duration.ofDays(180);

    private static final Seq<String> KEY =
            JavaConverters.asScalaBuffer(List.of("table", "rule")).toSeq();

    private final Tables tables;

    public RuleLog(Tables tables) {
        this.tables = tables;
    }

    /** One commit for all tables; none when no table was judged. */
    void write(Run run, Map<TableName, Verdict> verdicts) {
        var rows = verdicts.entrySet().stream()
                .flatMap(
                        judged -> judged.getValue().results().stream().map(result -> row(run, judged.getKey(), result)))
                .toList();
        tables.record(RULES, run, rows, SCHEMA);
    }

    /**
     * The data date since which each rule of a table fails without having passed, as far as is looked back; rules that
     * pass are not named.
     */
    Map<TableName, Map<String, LocalDate>> failingSince(Run run) {
        if (tables.version(RULES).isEmpty()) {
            return Map.of();
        }
        var log = before(run);
        var isPassed = col("outcome").isin(RuleResult.Outcome.PASSED.word(), RuleResult.Outcome.LEARNING.word());
        var passed = log.where(isPassed)
                .groupBy("table", "rule")
                .agg(max("started_at").as("passed_at"));
        return log
                .where(not(isPassed))
                .join(passed, KEY, "left")
                .where("passed_at IS NULL OR started_at > passed_at")
                .groupBy("table", "rule")
                .agg(min("data_date"))
                .collectAsList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> TableName.parse(row.getString(0)),
                        Collectors.toMap(
                                row -> row.getString(1), row -> row.getDate(2).toLocalDate())));
    }

    /** The data dates for which blocking rules held their table, and were neither passed nor released since. */
    Map<TableName, Map<String, SortedSet<LocalDate>>> open(Run run) {
        if (tables.version(RULES).isEmpty()) {
            return Map.of();
        }
        var log = before(run).where(col("consequence").equalTo(Consequence.BLOCK.word()));
        var released = log.where(col("outcome").equalTo(RuleResult.Outcome.RELEASED.word()))
                .groupBy("table", "rule")
                .agg(max("started_at").as("released_at"));
        var open = new HashMap<TableName, Map<String, SortedSet<LocalDate>>>();
        log.groupBy("table", "rule", "data_date")
                .agg(
                        max_by(col("outcome"), col("started_at")).as("outcome"),
                        max("started_at").as("at"))
                .where(col("outcome").equalTo(RuleResult.Outcome.FAILED.word()))
                .join(released, KEY, "left")
                .where("released_at IS NULL OR at > released_at")
                .select("table", "rule", "data_date")
                .collectAsList()
                .forEach(row -> open.computeIfAbsent(TableName.parse(row.getString(0)), table -> new HashMap<>())
                        .computeIfAbsent(row.getString(1), rule -> new TreeSet<>())
                        .add(row.getDate(2).toLocalDate()));
        return open;
    }

    /** The log does not grow into the night: Delta skips what was written long before. */
    private Dataset<Row> before(Run run) {
        return tables.read(RULES)
                .where(col("started_at").geq(Timestamp.from(run.startedAt().minus(LOOKED_BACK))));
    }

    /** The rules that held any of these tables in a run. */
    public List<String> held(String run, List<TableName> names) {
        if (tables.version(RULES).isEmpty()) {
            return List.of();
        }
        return tables
                .read(RULES)
                .where(col("run").equalTo(run))
                .where(col("table").isin(names.stream().map(TableName::toString).toArray()))
                .where(col("consequence").equalTo(Consequence.BLOCK.word()))
                .where(col("outcome").isin(RuleResult.Outcome.FAILED.word(), RuleResult.Outcome.UNSETTLED.word()))
                .select("rule")
                .distinct()
                .orderBy("rule")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static Row row(Run run, TableName table, RuleResult result) {
        var evidence = result.evidence();
        return RowFactory.create(
                run.id(),
                Date.valueOf(run.date()),
                Timestamp.from(run.startedAt()),
                table.toString(),
                result.rule(),
                result.consequence().word(),
                result.outcome().word(),
                evidence.measured(),
                evidence.expected(),
                evidence.rows().isPresent() ? (Object) evidence.rows().getAsLong() : null);
    }
}
