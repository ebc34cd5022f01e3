package com.turanmart.lakehouse.quality;

import static org.apache.spark.sql.functions.col;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Measurement.State;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What was measured of every table in every run, in {@code ops.metrics}. */
final class MetricLog {
    private static final TableName METRICS = new TableName(Zone.OPS, "metrics");
    private static final StructType SCHEMA = new StructType()
            .add("table", DataTypes.StringType)
            .add("data_date", DataTypes.DateType)
            .add("run", DataTypes.StringType)
            .add("started_at", DataTypes.TimestampType)
            .add("metric", DataTypes.StringType)
            .add("value", DataTypes.DoubleType)
            .add("state", DataTypes.StringType);

    private final Tables tables;

    MetricLog(Tables tables) {
        this.tables = tables;
    }

    /** One commit for all tables; none when nothing was measured. */
    void write(Run run, Map<TableName, Verdict> verdicts, Map<TableName, State> states) {
        var rows = new ArrayList<Row>();
        verdicts.forEach((table, verdict) -> verdict.metrics()
                .forEach((metric, value) -> rows.add(RowFactory.create(
                        table.toString(),
                        Date.valueOf(run.date()),
                        run.id(),
                        Timestamp.from(run.startedAt()),
                        metric,
                        value,
                        states.getOrDefault(table, State.HELD).word()))));
        tables.record(METRICS, run, rows, SCHEMA);
    }

    /** What was measured for a date and later ones, by table and metric; Delta skips the nights before. */
    Map<TableName, Map<String, List<Measurement>>> since(LocalDate date) {
        if (tables.version(METRICS).isEmpty()) {
            return Map.of();
        }
        return tables
                .read(METRICS)
                .where(col("data_date").geq(Date.valueOf(date)))
                .select("table", "metric", "data_date", "started_at", "value", "state")
                .collectAsList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> TableName.parse(row.getString(0)),
                        Collectors.groupingBy(
                                row -> row.getString(1),
                                Collectors.mapping(MetricLog::measurement, Collectors.toList()))));
    }

    private static Measurement measurement(Row row) {
        return new Measurement(
                row.getDate(2).toLocalDate(),
                row.getTimestamp(3).toInstant(),
                row.getDouble(4),
                State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)));
    }
}
