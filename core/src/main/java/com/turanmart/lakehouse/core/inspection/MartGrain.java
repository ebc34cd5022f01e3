package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.Problem;
import java.util.function.Consumer;

/** Grain and unit of a mart: given by its SQL, and the unit a part of the grain. */
public final class MartGrain implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(GoldTable.class).filter(mart -> mart.sound("grain")).forEach(mart -> {
            unit(mart, problems);
            KnownColumns.of(mart, declared).ifPresent(known -> {
                var grain = mart.value().grain();
                for (var index = 0; index < grain.size(); index++) {
                    var place = "" + index;
                    known.missing(grain.get(index), "grain")
                            .ifPresent(said -> problems.accept(mart.problem(said, "grain", place)));
                }
            });
        });
    }

    private static void unit(Declared<GoldTable> mart, Consumer<Problem> problems) {
        var unit = mart.value().unit();
        if (mart.sound("unit") && !mart.value().grain().contains(unit)) {
            problems.accept(mart.problem(
                    "'unit' is '" + unit + "', expected a column of the grain"
                            + Nearest.remedy(unit, mart.value().grain()),
                    "unit"));
        }
    }
}
