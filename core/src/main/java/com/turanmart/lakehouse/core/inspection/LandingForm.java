package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Landing paths that could leave the landing zone, that do not tell the day, or whose files nobody can unpack. */
public final class LandingForm implements Inspection {
    private static final String DATE = "{date}";
    private static final Pattern OTHER_ARCHIVE =
            Pattern.compile("(?i).*\\.(zip|xz|lzma|lz4|lzo|snappy|7z|rar|z|br|tgz|tar|tar\\.[a-z0-9]+)");

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
        });
    }

    private static Optional<String> path(String path) {
        if (path.startsWith("/") || path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return Optional.of("expected a path under the landing zone");
        }
        if (List.of(path.split("/", -1)).contains("..")) {
            return Optional.of("expected a path without '..'");
        }
        if (OTHER_ARCHIVE.matcher(path).matches()) {
            return Optional.of("expected files that are plain or named .gz, .bz2, .zst or .zstd");
        }
        var dates = (path.length() - path.replace(DATE, "").length()) / DATE.length();
        return dates == 1 ? Optional.empty() : Optional.of("expected exactly one " + DATE);
    }
}
