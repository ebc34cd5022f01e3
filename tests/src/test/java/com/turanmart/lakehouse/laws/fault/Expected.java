package com.turanmart.lakehouse.laws.fault;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What must become of a fault.
 *
 * @param table where it shows; empty when the rule alone says it, on whatever table it stands
 * @param by part of the line that tells it, such as a rule's name
 * @param rows how many rows are put aside
 */
record Expected(Kind kind, String table, String by, long rows) {
    enum Kind {
        HELD,
        WAITING,
        QUARANTINED,
        WARNED,
        HARMLESS,
        /** Nobody sees it: an honest gap. */
        UNSEEN;

        /** Whether figures may differ from those without the fault; whoever reads them was told, or it is a known gap. */
        boolean mayMoveFigures() {
            return this == QUARANTINED || this == WARNED || this == UNSEEN;
        }
    }

    static Expected held(String table, String by) {
        return new Expected(Kind.HELD, table, by, 0);
    }

    static Expected heldBy(String rule) {
        return held("", rule);
    }

    static Expected waiting(String table) {
        return new Expected(Kind.WAITING, table, "", 0);
    }

    static Expected quarantined(String table, long rows) {
        return new Expected(Kind.QUARANTINED, table, "", rows);
    }

    static Expected warned(String table, String by) {
        return new Expected(Kind.WARNED, table, by, 0);
    }

    static Expected warnedBy(String rule) {
        return warned("", rule);
    }

    static Expected harmless() {
        return new Expected(Kind.HARMLESS, "", "", 0);
    }

    static Expected unseen(String why) {
        return new Expected(Kind.UNSEEN, "", why, 0);
    }

    boolean isMetBy(Seen seen) {
        return seen.failed().isEmpty() && told(seen).isPresent();
    }

    /** Whether the night saw this and nothing that holds more than it. */
    boolean isAllOf(Seen seen) {
        return isMetBy(seen) && (kind != Kind.WARNED || seen.held().isEmpty());
    }

    /** What tells it. */
    Optional<String> told(Seen seen) {
        return switch (kind) {
            case HELD -> toldIn(seen.held());
            case WAITING ->
                Optional.of(place() + " waits").filter(told -> seen.waiting().contains(table));
            case QUARANTINED ->
                Optional.of(rows + " rows of " + place() + " are put aside")
                        .filter(told -> seen.quarantined().getOrDefault(table, 0L) == rows);
            case WARNED -> toldIn(seen.warnings());
            case HARMLESS, UNSEEN -> Optional.of("nothing").filter(told -> seen.isNothing());
        };
    }

    private Optional<String> toldIn(SortedMap<String, List<String>> tables) {
        return tables.entrySet().stream()
                .filter(told -> table.isEmpty() || table.equals(told.getKey()))
                .flatMap(told -> told.getValue().stream()
                        .filter(line -> line.contains(by))
                        .map(line -> "`" + told.getKey() + "` " + line))
                .findFirst();
    }

    @Override
    public String toString() {
        return switch (kind) {
            case HELD -> place() + " is held" + rule();
            case WAITING -> place() + " waits";
            case QUARANTINED -> rows + " rows of " + place() + " are put aside";
            case WARNED -> place() + " warns" + rule();
            case HARMLESS -> "nothing: the figures are right";
            case UNSEEN -> "**not seen**: " + by;
        };
    }

    private String place() {
        return table.isEmpty() ? "a table" : "`" + table + "`";
    }

    private String rule() {
        return by.isEmpty() ? "" : ", `" + by + "`";
    }
}
