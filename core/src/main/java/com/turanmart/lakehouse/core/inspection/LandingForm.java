package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Landing paths that could leave the landing zone or that do not tell the day, and delimiters of more than a character. */
public final class LandingForm implements Inspection {
    private static final String DATE = "{date}";

    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(BronzeTable.class).forEach(table -> {
            var landing = table.value().landing();
            if (table.sound("landing", "path")) {
                path(landing.path())
                        .map(said -> "invalid 'path': found '" + landing.path() + "', " + said)
                        .or(() -> source(table))
                        .ifPresent(said -> problems.accept(table.problem(said, "landing", "path")));
            }
            if (table.sound("landing", "format")
                    && landing.format() instanceof Format.Csv csv
                    && csv.delimiter().length() != 1) {
                problems.accept(table.problem(
                        "invalid 'delimiter': found '" + csv.delimiter() + "', expected one character",
                        "landing",
                        "format",
                        "delimiter"));
            }
        });
    }

    /** Each row says which system sent it. */
    private static Optional<String> source(Declared<BronzeTable> table) {
        var path = table.value().landing().path();
        return table.sound("source")
                        && table.value().source().isEmpty()
                        && !table.value().landing().firstFolder().matches("[^*?{]+")
                ? Optional.of("missing key 'source': no folder at the start of '" + path + "' names the system")
                : Optional.empty();
    }

    private static Optional<String> path(String path) {
        if (path.startsWith("/") || path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return Optional.of("expected a path under the landing zone");
        }
        if (List.of(path.split("/", -1)).contains("..")) {
            return Optional.of("expected a path without '..'");
        }
        var dates = (path.length() - path.replace(DATE, "").length()) / DATE.length();
        return dates == 1 ? Optional.empty() : Optional.of("expected exactly one " + DATE);
    }
}
