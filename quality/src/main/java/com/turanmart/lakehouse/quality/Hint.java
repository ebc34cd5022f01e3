package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.SqlTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is said of every rule that fails: which units are new, since when it fails, whom to ask and what helps.
 *
 * @param shown columns whose values may be shown
 */
record Hint(Candidate candidate, List<String> shown, LocalDate since) {
    private static final int NAMED_UNITS = 3;

    String of(RuleResult result) {
        return (candidate.units().isEmpty() ? "" : "new are " + units() + "; ")
                + "failing since " + since + "; ask " + candidate.table().owner() + ": "
                + (result.hint().isEmpty() ? remedy() : result.hint());
    }

    private String units() {
        var units = new TreeSet<>(candidate.units());
        var unit = ((SqlTable) candidate.table()).unit().orElseThrow();
        if (!shown.contains(unit)) {
            return String.format(Locale.ROOT, "%,d units", units.size());
        }
        return units.size() <= NAMED_UNITS
                ? unit + " " + units.stream().map(Samples::shown).collect(Collectors.joining(", "))
                : String.format(
                        Locale.ROOT,
                        "%,d units, %s %s to %s",
                        units.size(),
                        unit,
                        Samples.shown(units.first()),
                        Samples.shown(units.last()));
    }

    private String remedy() {
        if (candidate.table() instanceof SqlTable) {
            return "correct its inputs or its SQL";
        }
        return candidate.table() instanceof BronzeTable
                ? "have these files delivered again"
                : "deliver later versions of these rows";
    }
}
