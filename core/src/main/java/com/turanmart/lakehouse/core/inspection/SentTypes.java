package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import java.util.function.Consumer;

/** Types of sent columns, which only files with types have. */
public final class SentTypes implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(BronzeTable.class)
                .filter(table -> table.sound("landing", "format") && table.sound("types"))
                .forEach(table -> inspect(table, declared, problems));
    }

    private static void inspect(Declared<BronzeTable> table, Declarations declared, Consumer<Problem> problems) {
        var types = table.value().types();
        if (!types.isEmpty() && !Format.isTyped(table.value().landing().format())) {
            problems.accept(table.problem(
                    "invalid 'types': values of this format are text and stay text, expected no such key", "types"));
            return;
        }
        KnownColumns.of(table, declared)
                .ifPresent(known -> types.keySet()
                        .forEach(name -> known.missing(name, "types")
                                .ifPresent(said -> problems.accept(table.problem(said, "types", name)))));
    }
}
