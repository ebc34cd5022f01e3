package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.SilverTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** Why a row cannot be taken: every reason, and of the first one the column and what was sent. */
final class Faults {
    private static final int MOST_RAW = 2000;

    private final SilverTable table;
    private final List<Sent> sent;
    private final Set<String> personal;

    Faults(SilverTable table, List<Sent> sent) {
        this.table = table;
        this.sent = sent;
        personal = sent.stream()
                .filter(found -> found.declared().privacy().isPresent())
                .map(found -> found.path().column())
                .collect(Collectors.toSet());
    }

    /** Null where there is no fault. */
    Stream<Column> columns() {
        var list = when(
                col(Elements.FAULT).isNotNull(),
                fault(col(Elements.FAULT), table.explode().orElse(""), lit(null)));
        var faults = new ArrayList<>(List.of(list));
        var ofKey = new ArrayList<>(List.of(list));
        for (var found : sent) {
            var name = found.declared().name();
            var wrong = fault(lit(name + " is no " + Expected.of(found.declared())), name, raw(found));
            var missing = fault(lit(name + " is missing"), name, lit(null));
            var isMissing = found.missing().and(lit(table.isNeeded(found.declared())));
            var fault = when(col(Elements.FAULT).isNotNull(), lit(null))
                    .when(found.fault(), wrong)
                    .when(isMissing, missing);
            faults.add(fault);
            if (table.isOfKey(name)) {
                ofKey.add(fault);
            }
        }
        var first = coalesce(faults.toArray(Column[]::new));
        return Stream.of(
                reasons(faults).as(Typed.FAULT),
                reasons(ofKey).as(Typed.KEY_FAULT),
                first.getField("column").as(Typed.FAULT_COLUMN),
                first.getField("raw").as(Typed.FAULT_RAW));
    }

    private static Column reasons(List<Column> faults) {
        var present = filter(array(faults.toArray(Column[]::new)), Column::isNotNull);
        return when(size(present).gt(0), array_join(present.getField("reason"), "; "));
    }

    private Column raw(Sent found) {
        return personal.contains(found.path().column())
                ? lit(null)
                : found.raw().cast("string").substr(1, MOST_RAW);
    }

    private static Column fault(Column reason, String column, Column raw) {
        return struct(
                reason.as("reason"),
                lit(column).as("column"),
                raw.cast("string").as("raw"));
    }
}
