package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.SqlTable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TreeSet;

/** What is said of every rule that fails: which units are new, since when it fails, whom to ask and what helps. */
record Hint(Candidate candidate, LocalDate since) {
    private static final int NAMED_UNITS = 3;

    String of(RuleResult result) {
        return (candidate.units().isEmpty() ? "" : "new are " + units() + "; ")
                + "failing since " + since + "; ask " + candidate.table().owner() + ": "
                + (result.hint().isEmpty() ? remedy() : result.hint());
    }

    private String units() {
        var units = new TreeSet<>(candidate.units());
        var unit = ((SqlTable) candidate.table()).unit();
        return units.size() <= NAMED_UNITS
                ? unit + " " + String.join(", ", units)
                : String.format(Locale.ROOT, "%,d units, %s %s to %s", units.size(), unit, units.first(), units.last());
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
