package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Upkeep;
import com.turanmart.lakehouse.core.sql.Touch;
import com.turanmart.lakehouse.core.table.Memory;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The units of a table that changed input rows touch. */
final class TouchedUnits {
    private final SqlTable table;
    private final Inputs inputs;
    private final Memory memory;

    TouchedUnits(SqlTable table, Inputs inputs, Memory memory) {
        this.table = table;
        this.inputs = inputs;
        this.memory = memory;
    }

    /** Empty when the changed rows of the inputs touch none. */
    Optional<Part> of(Map<TableName, Dataset<Row>> changed) {
        return changed.entrySet().stream()
                .map(input -> touched(Objects.requireNonNull(table.touched().get(input.getKey())), input.getValue()))
                .reduce(Dataset::union)
                .map(Dataset::distinct)
                .flatMap(units -> table.kind() == Upkeep.BY_KEY ? keys(units) : named(units));
    }

    private Optional<Part> keys(Dataset<Row> units) {
        var kept = memory.keep(units);
        var count = kept.count();
        return Optional.<Part>of(new SomeKeys(kept, count)).filter(keys -> count > 0);
    }

    private static Optional<Part> named(Dataset<Row> units) {
        var names = new TreeSet<String>();
        units.collectAsList().forEach(row -> names.add(row.getString(0)));
        return Optional.<Part>of(new SomeUnits(names)).filter(some -> !names.isEmpty());
    }

    private Dataset<Row> touched(String text, Dataset<Row> changed) {
        inputs.show(Touch.CHANGED, changed);
        return inputs.query(table, Touch.parse(text).orThrow().query())
                .toDF("unit")
                .where("unit IS NOT NULL")
                .selectExpr("CAST(unit AS STRING)");
    }
}
