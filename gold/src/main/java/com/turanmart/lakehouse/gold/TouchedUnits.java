package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.sql.Touch;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The units of a mart that changed input rows touch, as text. */
final class TouchedUnits {
    private final GoldTable mart;
    private final Inputs inputs;

    TouchedUnits(GoldTable mart, Inputs inputs) {
        this.mart = mart;
        this.inputs = inputs;
    }

    Set<String> since(Map<String, Long> taken) {
        var units = new TreeSet<String>();
        inputs.changedSince(taken).forEach((input, changed) -> {
            changed.createOrReplaceTempView(Touch.CHANGED);
            var touched = inputs.query(Touch.parse(mart.touched().getOrDefault(input, mart.unit()))
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
