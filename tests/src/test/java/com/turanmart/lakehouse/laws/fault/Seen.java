package com.turanmart.lakehouse.laws.fault;

import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.run.StepReport;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a night says that the same night without the fault does not.
 *
 * @param failed tables of which a step broke, which no fault in data may do
 * @param held by table, in a line
 * @param warnings by table, in a line
 */
record Seen(
        SortedSet<String> failed,
        SortedMap<String, String> held,
        SortedSet<String> waiting,
        SortedMap<String, Long> quarantined,
        SortedMap<String, String> warnings) {

    static Seen in(RunReport night) {
        var failed = new TreeSet<String>();
        var held = new TreeMap<String, String>();
        var waiting = new TreeSet<String>();
        var quarantined = new TreeMap<String, Long>();
        var warnings = new TreeMap<String, String>();
        for (var step : night.steps()) {
            if (step.result().outcome() == Outcome.FAILED) {
                failed.add(step.table());
            } else if (step.result().outcome() == Outcome.HELD) {
                held.put(step.table(), told(step, ""));
            } else if (step.result().outcome() == Outcome.WAITING) {
                waiting.add(step.table());
            }
            if (step.result().counts().quarantined() > 0) {
                quarantined.put(step.table(), step.result().counts().quarantined());
            }
            var warned = told(step, "warning:");
            if (!warned.isEmpty()) {
                warnings.put(step.table(), warned);
            }
        }
        return new Seen(failed, held, waiting, quarantined, warnings);
    }

    Seen without(Seen ordinary) {
        var more = new TreeMap<String, Long>();
        quarantined.forEach((table, rows) -> more.put(table, rows - ordinary.quarantined.getOrDefault(table, 0L)));
        more.values().removeIf(rows -> rows <= 0);
        return new Seen(
                failed,
                without(held, ordinary.held),
                without(ordinary.waiting),
                more,
                without(warnings, ordinary.warnings));
    }

    boolean isNothing() {
        return failed.isEmpty() && held.isEmpty() && waiting.isEmpty() && quarantined.isEmpty() && warnings.isEmpty();
    }

    /** Notes of that kind without the keys and the advice behind them. */
    private static String told(StepReport step, String kind) {
        return step.result().notes().stream()
                .filter(note -> note.startsWith(kind))
                .map(note -> note.replaceFirst(";.*", ""))
                .collect(Collectors.joining(" / "));
    }

    private SortedSet<String> without(SortedSet<String> ordinary) {
        var more = new TreeSet<>(waiting);
        more.removeAll(ordinary);
        return more;
    }

    private static SortedMap<String, String> without(Map<String, String> lines, Map<String, String> ordinary) {
        var more = new TreeMap<>(lines);
        more.entrySet().removeAll(ordinary.entrySet());
        return more;
    }

    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        failed.forEach(table -> parts.add("`" + table + "` fails"));
        held.forEach((table, line) -> parts.add("`" + table + "` is held: " + line));
        waiting.forEach(table -> parts.add("`" + table + "` waits"));
        quarantined.forEach((table, rows) -> parts.add(rows + " rows of `" + table + "` are put aside"));
        warnings.forEach((table, line) -> parts.add("`" + table + "`: " + line));
        return parts.isEmpty() ? "nothing" : String.join("; ", parts);
    }
}
