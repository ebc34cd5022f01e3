package com.turanmart.lakehouse.laws.schedule;

import java.util.Comparator;

/**
 * One version of a row as a sender tells it.
 *
 * @param number what orders the versions; two of them may have the same
 */
record Event(String key, int number, String state, String amount) {
    static final String HEADER = "id,number,state,amount\n";

    /** The later version: by number, a delete before a row, then by content in the order of the columns. */
    static final Comparator<Event> BY_DECLARATION = Comparator.comparingInt(Event::number)
            .thenComparing(Event::isGone)
            .thenComparing(Event::state)
            .thenComparing(event -> Integer.parseInt(event.amount()));

    boolean isGone() {
        return state.equals("gone");
    }

    String line() {
        return key + "," + number + "," + state + "," + amount + "\n";
    }
}
