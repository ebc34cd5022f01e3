package com.turanmart.lakehouse.laws.fault;

import java.util.List;

/**
 * What became of a fault.
 *
 * @param seen what was said of it
 * @param isAsDeclared whether that is what must become of it
 */
record Finding(String fault, String declared, String seen, boolean isAsDeclared) {
    /** @param wrong marts that are neither as they were nor as they should be */
    static Finding alone(Fault fault, Seen seen, List<String> wrong) {
        var expected = fault.expected();
        return finding(
                fault,
                seen + published(wrong),
                expected.isAllOf(seen) && (wrong.isEmpty() || expected.kind().mayMoveFigures()));
    }

    /**
     * One of several of a night: what tells it, if anything does.
     *
     * @param wrong none where another fault of the night may move figures: nobody could tell whose they are
     */
    static Finding shared(Fault fault, Seen seen, List<String> wrong) {
        var expected = fault.expected();
        return finding(
                fault,
                expected.told(seen).orElse(seen.toString()) + published(wrong),
                expected.isMetBy(seen) && wrong.isEmpty());
    }

    private static Finding finding(Fault fault, String seen, boolean isAsDeclared) {
        return new Finding(fault.name(), fault.expected().toString(), seen, isAsDeclared);
    }

    private static String published(List<String> wrong) {
        return wrong.isEmpty() ? "" : ". Published with it: " + String.join(", ", wrong);
    }

    /** A fault that breaks the night itself is as declared by nobody. */
    static Finding broken(Fault fault, Exception problem) {
        return finding(fault, "**the night broke**: " + problem, false);
    }

    boolean isOf(Fault planted) {
        return fault.equals(planted.name())
                && declared.equals(planted.expected().toString());
    }

    String line() {
        return "| " + fault + " | " + declared + " | " + (isAsDeclared ? "" : "**not as declared**: ") + seen + " |";
    }
}
