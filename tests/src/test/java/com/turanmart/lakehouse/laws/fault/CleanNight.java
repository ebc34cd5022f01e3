package com.turanmart.lakehouse.laws.fault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A night in which nothing is wrong.
 *
 * @param alarms what was told of it all the same
 */
record CleanNight(LocalDate day, double seconds, List<String> alarms) {
    /** What the shop's ordinary dirt is told of every night, by table. */
    static final Map<String, String> ORDINARY =
            Map.of("silver.inventory", "each night a partner counts a product that the catalogue does not know");

    static CleanNight of(LocalDate day, double seconds, Seen seen) {
        var alarms = new ArrayList<String>();
        seen.failed().forEach(table -> alarms.add(table + " fails"));
        seen.held().forEach((table, lines) -> lines.forEach(line -> alarms.add(table + " " + line)));
        seen.waiting().forEach(table -> alarms.add(table + " waits"));
        seen.warnings().forEach((table, lines) -> lines.forEach(line -> alarms.add(table + " " + line)));
        alarms.removeIf(alarm -> ORDINARY.keySet().stream().anyMatch(table -> alarm.startsWith(table + " warning")));
        return new CleanNight(day, seconds, alarms);
    }
}
