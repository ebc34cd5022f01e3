package com.turanmart.lakehouse.laws.fault;

/**
 * What must become of a fault.
 *
 * @param table where it shows
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

    static Expected waiting(String table) {
        return new Expected(Kind.WAITING, table, "", 0);
    }

    static Expected quarantined(String table, long rows) {
        return new Expected(Kind.QUARANTINED, table, "", rows);
    }

    static Expected warned(String table, String by) {
        return new Expected(Kind.WARNED, table, by, 0);
    }

    static Expected harmless() {
        return new Expected(Kind.HARMLESS, "", "", 0);
    }

    static Expected unseen(String why) {
        return new Expected(Kind.UNSEEN, "", why, 0);
    }

    boolean isMetBy(Seen seen) {
        if (!seen.failed().isEmpty()) {
            return false;
        }
        return switch (kind) {
            case HELD ->
                seen.held().getOrDefault(table, "").contains(by) && seen.held().containsKey(table);
            case WAITING -> seen.waiting().contains(table);
            case QUARANTINED -> seen.quarantined().getOrDefault(table, 0L) == rows;
            case WARNED ->
                seen.warnings().getOrDefault(table, "").contains(by)
                        && seen.held().isEmpty();
            case HARMLESS, UNSEEN -> seen.isNothing();
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case HELD -> "`" + table + "` is held";
            case WAITING -> "`" + table + "` waits";
            case QUARANTINED -> rows + " rows of `" + table + "` are put aside";
            case WARNED -> "`" + table + "` warns";
            case HARMLESS -> "nothing: the figures are right";
            case UNSEEN -> "**not seen**: " + by;
        };
    }
}
