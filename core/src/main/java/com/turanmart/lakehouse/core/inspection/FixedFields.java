package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Columns without a place in a fixed width line, and places of no column. */
public final class FixedFields implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(BronzeTable.class).forEach(table -> {
            if (table.sound("landing", "format")
                    && table.complete("columns")
                    && table.value().landing().format() instanceof Format.FixedWidth fixed) {
                fields(table, fixed, problems);
            }
        });
    }

    private static void fields(Declared<BronzeTable> table, Format.FixedWidth fixed, Consumer<Problem> problems) {
        var columns = table.value().columns();
        var used = new ArrayList<>(fixed.fields().keySet());
        used.removeAll(ofTheDialect(table.value()));
        var mismatch = Mismatch.between(used, columns);
        mismatch.strays()
                .forEach((name, meant) -> problems.accept(table.problem(
                        "unknown column '" + name + "'"
                                + meant.map(column -> ". Did you mean '" + column + "'?")
                                        .orElse(", expected one of " + String.join(", ", columns)),
                        "landing",
                        "format",
                        "fields",
                        name)));
        mismatch.unused().stream()
                .filter(column -> !fixed.fields().containsKey(column))
                .forEach(column -> problems.accept(table.problem(
                        "missing place of column '" + column + "', expected its start and length",
                        "landing",
                        "format",
                        "fields")));
    }

    private static List<String> ofTheDialect(BronzeTable table) {
        return table.landing().dialect() instanceof Dialect.Dms dms
                ? List.of(dms.operation(), dms.sequence(), dms.committedAt())
                : List.of();
    }
}
