package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.core.table.MapValue;
import com.turanmart.lakehouse.core.table.Tables;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Where the rows of each run have gone, in {@code ops.steps}: a row for each table that took rows in. */
final class StepLog {
    private static final TableName STEPS = new TableName(Zone.OPS, "steps");
    private static final StructType SCHEMA = new StructType()
            .add("run", DataTypes.StringType)
            .add("data_date", DataTypes.DateType)
            .add("started_at", DataTypes.TimestampType)
            .add("table", DataTypes.StringType)
            .add("outcome", DataTypes.StringType)
            .add("exit_code", DataTypes.IntegerType)
            .add("read", DataTypes.LongType)
            .add("inserted", DataTypes.LongType)
            .add("updated", DataTypes.LongType)
            .add("deleted", DataTypes.LongType)
            .add("unchanged", DataTypes.LongType)
            .add("superseded", DataTypes.LongType)
            .add("quarantined", DataTypes.LongType)
            .add("inputs", DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType))
            .add("version", DataTypes.LongType);

    private final Tables tables;

    StepLog(Tables tables) {
        this.tables = tables;
    }

    /** One commit for all tables; none when no table took rows in. */
    void write(Run run, List<StepReport> steps) {
        var rows = steps.stream()
                .filter(step -> step.result().counts().read() > 0)
                .map(step -> row(run, step))
                .toList();
        tables.record(STEPS, run, rows, SCHEMA);
    }

    private Row row(Run run, StepReport step) {
        var table = TableName.parse(step.table());
        var stamp = tables.stamp(table).filter(commit -> commit.run().equals(run.id()));
        var values = new ArrayList<Object>(List.of(
                run.id(),
                Date.valueOf(run.date()),
                Timestamp.from(run.startedAt()),
                step.table(),
                step.result().outcome().word(),
                step.result().exitCode().number()));
        values.addAll(step.result().counts().byName().values());
        values.add(MapValue.of(stamp.map(Stamp::inputs).orElse(Map.of())));
        values.add(stamp.isPresent() ? tables.version(table).getAsLong() : null);
        return RowFactory.create(values.toArray());
    }
}
