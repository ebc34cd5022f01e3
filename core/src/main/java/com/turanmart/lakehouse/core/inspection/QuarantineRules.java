package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SilverTable;
import java.util.function.Consumer;

/** Rules that set rows aside, in a layer that keeps all its rows. */
public final class QuarantineRules implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables().stream()
                .filter(table -> !(table.value() instanceof SilverTable) && table.sound("quality", "quarantine"))
                .filter(table -> !table.value().quality().quarantine().isEmpty())
                .forEach(table -> problems.accept(table.problem(
                        "'quarantine' in a table of " + table.value().layer().word()
                                + ", expected in silver tables that are typed from bronze; 'block' and 'warn' are possible here",
                        "quality",
                        "quarantine")));
    }
}
