package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.Upkeep;
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
        if (!table.sound("kind") || !table.sound("unit")) {
            return;
        }
        var unit = table.value().unit();
        if (table.value().kind() == Upkeep.FULL) {
            unit.ifPresent(named -> problems.accept(table.problem(
                    "'unit' in a table of kind full, which is computed as a whole: leave it out, or choose by_unit or"
                            + " by_key",
                    "unit")));
        } else if (unit.isEmpty()) {
            problems.accept(
                    table.problem("missing key 'unit', expected a column of the grain, or 'kind: full'", "unit"));
        } else if (!table.value().grain().contains(unit.get())) {
            problems.accept(table.problem(
                    "'unit' is '" + unit.get() + "', expected a column of the grain"
                            + Nearest.remedy(unit.get(), table.value().grain()),
                    "unit"));
        }
    }
}
