package com.turanmart.lakehouse.bronze;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A declared landing path: which folder to list, which files of it are meant, and what day they belong to. */
final class LandingPath {
    private static final String DATE = "{date}";

    private final String glob;
    private final String folder;
    private final Pattern pattern;

    LandingPath(String glob) {
        this.glob = glob;
        folder = glob.substring(0, Math.max(0, glob.lastIndexOf('/', firstWildcard(glob))));
        pattern = Pattern.compile(regex(glob));
    }

    /** The deepest folder that holds every file that can match. */
    String folder() {
        return folder;
    }

    /** The folders of single days; empty when a day has no folder whose place is known without looking. */
    Optional<LandingPath> dateFolders() {
        var end = glob.indexOf('/', glob.indexOf(DATE));
        return Optional.of(glob.substring(0, Math.max(0, end)))
                .filter(dated -> dated.contains(DATE) && !dated.matches(".*[*?].*"))
                .map(LandingPath::new);
    }

    /** Files of another name in the folders of these. */
    LandingPath beside(String name) {
        return new LandingPath(glob.substring(0, glob.lastIndexOf('/') + 1) + name);
    }

    /** The day that a file belongs to; empty when the file is not meant, or its day does not exist. */
    Optional<LocalDate> date(String path) {
        var match = pattern.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(match.group("date")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether a file is meant but its day is in no calendar, such as 2026-02-30. */
    boolean hasNoSuchDate(String path) {
        return pattern.matcher(path).matches() && date(path).isEmpty();
    }

    private static int firstWildcard(String glob) {
        var first = glob.length();
        for (var wildcard : new String[] {DATE, "*", "?"}) {
            var at = glob.indexOf(wildcard);
            first = at < 0 ? first : Math.min(first, at);
        }
        return first;
    }

    private static String regex(String glob) {
        var regex = new StringBuilder();
        for (var i = 0; i < glob.length(); i++) {
            if (glob.startsWith(DATE, i)) {
                regex.append("(?<date>\\d{4}-\\d{2}-\\d{2})");
                i += DATE.length() - 1;
            } else if (glob.charAt(i) == '*') {
                regex.append("[^/]*");
            } else if (glob.charAt(i) == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(glob.substring(i, i + 1)));
            }
        }
        return regex.toString();
    }
}
