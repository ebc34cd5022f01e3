package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Limits;
import java.util.Locale;
import java.util.Optional;

/** Watches the characters of a record go by: too many of them, or what is no text, make it malformed. */
final class Guard {
    private final int mostInALine;
    private final int mostInARecord;
    private int inLine;
    private int inRecord;
    private Optional<String> problem = Optional.empty();

    private Guard(int mostInALine, int mostInARecord) {
        this.mostInALine = mostInALine;
        this.mostInARecord = mostInARecord;
    }

    static Guard ofLines(Limits limits) {
        return new Guard(limits.lineCharacters(), limits.recordCharacters());
    }

    /** Where line breaks mean nothing. */
    static Guard ofRecords(Limits limits) {
        return new Guard(Integer.MAX_VALUE, limits.recordCharacters());
    }

    void restart() {
        inLine = 0;
        inRecord = 0;
        problem = Optional.empty();
    }

    void see(char character) {
        if (problem.isPresent()) {
            return;
        }
        inRecord++;
        inLine = character == '\n' || character == '\r' ? 0 : inLine + 1;
        if (character == 0) {
            complain("a NUL character");
        } else if (inLine > mostInALine) {
            complain(String.format(Locale.ROOT, "a line of more than %,d characters", mostInALine));
        } else if (inRecord > mostInARecord) {
            complain(String.format(Locale.ROOT, "a record of more than %,d characters", mostInARecord));
        }
    }

    /** The first complaint about a record is the one that counts. */
    void complain(String what) {
        if (problem.isEmpty()) {
            problem = Optional.of(what);
        }
    }

    boolean isSound() {
        return problem.isEmpty();
    }

    Optional<String> problem() {
        return problem;
    }
}
