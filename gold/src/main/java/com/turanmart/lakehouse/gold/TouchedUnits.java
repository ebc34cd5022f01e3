package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.sql.Touch;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The units of a table that changed input rows touch, as text. */
final class TouchedUnits {
    private final SqlTable table;
    private final Inputs inputs;

    TouchedUnits(SqlTable table, Inputs inputs) {
        this.table = table;
        this.inputs = inputs;
    }

    Set<String> since(Map<String, Long> taken) {
        var units = new TreeSet<String>();
        inputs.changedSince(table, taken).forEach((input, changed) -> {
            changed.createOrReplaceTempView(Touch.CHANGED);
            var touched = inputs.query(
                    table,
                    Touch.parse(table.touched().getOrDefault(input, table.unit()))
                            .orThrow()
                            .query());
            touched.toDF("unit")
                    .where("unit IS NOT NULL")
                    .selectExpr("CAST(unit AS STRING)")
                    .distinct()
                    .collectAsList()
                    .forEach(row -> units.add(row.getString(0)));
        });
        return units;
    }
}
