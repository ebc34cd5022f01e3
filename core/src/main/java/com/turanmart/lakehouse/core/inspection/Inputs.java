package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SilverSqlTable;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import java.util.Optional;
import java.util.function.Consumer;

/** Inputs that nobody declares, and inputs of a layer that the table may not read. */
public final class Inputs implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        for (var table : declared.tables()) {
            var inputs = table.value().inputs();
            if (!table.complete("inputs")) {
                continue;
            }
            for (var index = 0; index < inputs.size(); index++) {
                var place = "" + index;
                var input = inputs.get(index);
                (declared.table(input).isEmpty()
                                ? Optional.of("unknown table '" + input + "' in 'inputs'" + nearest(input, declared))
                                : order(table, input))
                        .ifPresent(said -> problems.accept(table.problem(said, "inputs", place)));
            }
            if (table.value() instanceof SilverTable && inputs.size() > 1) {
                problems.accept(table.problem(
                        "invalid 'inputs': found " + inputs.size() + " tables, a silver table reads exactly one",
                        "inputs"));
            }
        }
    }

    private static String nearest(TableName input, Declarations declared) {
        return Nearest.remedy(
                input.toString(),
                declared.tables().stream()
                        .map(table -> table.value().table().toString())
                        .sorted()
                        .toList());
    }

    private static Optional<String> order(Declared<Table> table, TableName input) {
        var name = table.value().table();
        var zone = input.zone();
        if (table.value() instanceof SilverSqlTable) {
            return zone == Zone.SILVER
                    ? Optional.empty()
                    : Optional.of(
                            "'" + name + "' cannot read '" + input + "': a table by SQL in silver reads silver tables");
        }
        if (table.value() instanceof SilverTable) {
            return zone == Zone.BRONZE
                    ? Optional.empty()
                    : Optional.of("'" + name + "' cannot read '" + input + "': a silver table reads a bronze table");
        }
        if (zone == Zone.RESTRICTED && name.zone() != Zone.RESTRICTED) {
            return Optional.of("'" + name + "' cannot read '" + input
                    + "': what is made from clear personal data lies in restricted too");
        }
        return zone == Zone.BRONZE
                ? Optional.of("'" + name + "' cannot read '" + input + "': a mart reads silver tables and marts")
                : Optional.empty();
    }
}
