package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import java.util.function.Consumer;

/** Inputs of which a table by SQL needs the rows of some units only: they are inputs, and have the column that says so. */
public final class NarrowedInputs implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(SqlTable.class)
                .forEach(table -> table.value().narrow().forEach((input, column) -> {
                    if (table.sound("narrow", input.toString())) {
                        narrowed(table, input, column, declared, problems);
                    }
                }));
    }

    private static void narrowed(
            Declared<SqlTable> table,
            TableName input,
            String column,
            Declarations declared,
            Consumer<Problem> problems) {
        var inputs = table.value().inputs();
        if (table.sound("inputs") && !inputs.contains(input)) {
            var names = inputs.stream().map(TableName::toString).toList();
            problems.accept(table.problem(
                    "'" + input + "' in 'narrow' is no input" + Nearest.remedy(input.toString(), names),
                    "narrow",
                    input.toString()));
        }
        KnownColumns.ofInput(input, declared)
                .flatMap(known -> known.missing(column, "narrow." + input))
                .ifPresent(said -> problems.accept(table.problem(said, "narrow", input.toString())));
    }
}
