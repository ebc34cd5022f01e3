package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
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
                        .map(said -> "invalid 'path': found '" + landing.path() + "', " + said)
                        .or(() -> source(table))
                        .ifPresent(said -> problems.accept(table.problem(said, "landing", "path")));
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
        if (OTHER_ARCHIVE.matcher(path).matches()) {
            return Optional.of("expected files that are plain or named .gz, .bz2, .zst or .zstd");
        }
        var dates = (path.length() - path.replace(DATE, "").length()) / DATE.length();
        return dates == 1 ? Optional.empty() : Optional.of("expected exactly one " + DATE);
    }
}
