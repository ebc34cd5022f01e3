package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SqlTable;
import java.util.function.Consumer;

/** Grain and unit of a table by SQL: given by its SQL, and the unit a part of the grain. */
public final class SqlGrain implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(SqlTable.class).filter(table -> table.sound("grain")).forEach(table -> {
            unit(table, problems);
            KnownColumns.of(table, declared).ifPresent(known -> {
                var grain = table.value().grain();
                for (var index = 0; index < grain.size(); index++) {
                    var place = "" + index;
                    known.missing(grain.get(index), "grain")
                            .ifPresent(said -> problems.accept(table.problem(said, "grain", place)));
                }
            });
        });
    }

    private static void unit(Declared<SqlTable> table, Consumer<Problem> problems) {
        var unit = table.value().unit();
        if (table.sound("unit") && !table.value().grain().contains(unit)) {
            problems.accept(table.problem(
                    "'unit' is '" + unit + "', expected a column of the grain"
                            + Nearest.remedy(unit, table.value().grain()),
                    "unit"));
        }
    }
}
