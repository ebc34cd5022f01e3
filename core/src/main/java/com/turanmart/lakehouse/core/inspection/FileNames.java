package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import java.util.function.Consumer;

/** A table that is declared twice, or in a file that is not named after it. */
public final class FileNames implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        for (var table : declared.tables()) {
            var name = table.value().table();
            if (!table.sound("table") || table.stem().equals(name.name())) {
                continue;
            }
            var other = declared.tables().stream()
                    .filter(candidate -> candidate != table && candidate.sound("table"))
                    .filter(candidate -> candidate.value().table().equals(name))
                    .findFirst();
            problems.accept(table.problem(
                    other.map(first -> "duplicate table '" + name + "', declared in " + first.file() + " as well")
                            .orElse("'" + name + "' lies in a file named '" + table.stem() + "', expected '"
                                    + name.name() + ".yaml'"),
                    "table"));
        }
    }
}
