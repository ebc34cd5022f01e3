package com.turanmart.lakehouse.laws.fault;

import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.run.StepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a night says that the same night without the fault does not.
 *
 * @param failed tables of which a step broke, which no fault in data may do
 * @param held by table, line for line
 * @param warnings by table, line for line
 */
record Seen(
        SortedSet<String> failed,
        SortedMap<String, List<String>> held,
        SortedSet<String> waiting,
        SortedMap<String, Long> quarantined,
        SortedMap<String, List<String>> warnings) {

    static Seen in(RunReport night) {
        var failed = new TreeSet<String>();
        var held = new TreeMap<String, List<String>>();
        var waiting = new TreeSet<String>();
        var quarantined = new TreeMap<String, Long>();
        var warnings = new TreeMap<String, List<String>>();
        for (var step : night.steps()) {
            if (step.result().outcome() == Outcome.FAILED) {
                failed.add(step.table());
            } else if (step.result().outcome() == Outcome.HELD) {
                held.put(step.table(), whyHeld(step));
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

    boolean isPublished() {
        return failed.isEmpty() && held.isEmpty() && waiting.isEmpty();
    }

    boolean isNothing() {
        return isPublished() && quarantined.isEmpty() && warnings.isEmpty();
    }

    /** The rules that hold a table, else all that is said of a delivery that is held. */
    private static List<String> whyHeld(StepReport step) {
        var rules = told(step, "held:");
        return rules.isEmpty() ? told(step, "") : rules;
    }

    /** Notes of that kind without the keys and the advice behind them. */
    private static List<String> told(StepReport step, String kind) {
        return step.result().notes().stream()
                .filter(note -> note.startsWith(kind))
                .map(note -> note.replaceFirst(";.*", ""))
                .toList();
    }

    private SortedSet<String> without(SortedSet<String> ordinary) {
        var more = new TreeSet<>(waiting);
        more.removeAll(ordinary);
        return more;
    }

    private static SortedMap<String, List<String>> without(
            Map<String, List<String>> lines, Map<String, List<String>> ordinary) {
        var more = new TreeMap<String, List<String>>();
        lines.forEach((table, told) -> {
            var fresh = told.stream()
                    .filter(line -> !ordinary.getOrDefault(table, List.of()).contains(line))
                    .toList();
            if (!fresh.isEmpty() || !ordinary.containsKey(table)) {
                more.put(table, fresh);
            }
        });
        return more;
    }

    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        failed.forEach(table -> parts.add("`" + table + "` fails"));
        held.forEach((table, lines) -> parts.add("`" + table + "` " + String.join(" / ", lines)));
        waiting.forEach(table -> parts.add("`" + table + "` waits"));
        quarantined.forEach((table, rows) -> parts.add(rows + " rows of `" + table + "` are put aside"));
        warnings.forEach((table, lines) -> parts.add("`" + table + "` " + String.join(" / ", lines)));
        return parts.isEmpty() ? "nothing" : String.join("; ", parts);
    }
}
