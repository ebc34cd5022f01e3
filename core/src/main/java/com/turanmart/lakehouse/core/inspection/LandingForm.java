package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Declarations;
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
                        .ifPresent(said -> problems.accept(table.problem(
                                "invalid 'path': found '" + landing.path() + "', " + said, "landing", "path")));
            }
            var folder = landing.firstFolder();
            if (table.sound("landing", "path")
                    && table.sound("source")
                    && table.value().source().isEmpty()
                    && !folder.matches("[^*?{]+")) {
                problems.accept(table.problem(
                        "missing key 'source': the path '" + landing.path()
                                + "' has no first folder that names a system",
                        "landing",
                        "path"));
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
