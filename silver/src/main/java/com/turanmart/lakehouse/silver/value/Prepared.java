package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.core.conf.Written;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/** A sent text before it is read in a type: without what is declared to be no part of it. */
public record Prepared(Written written) implements Serializable {

    /** Whether texts stay as they are. */
    public boolean isNothing() {
        return !written.trim()
                && !written.foldCase()
                && !written.emptyIsNull()
                && written.nullValues().isEmpty();
    }

    /** Empty when the text stands for no value. */
    public Optional<String> of(String text) {
        var kept = written.trim() ? trimmed(text) : text;
        if ((kept.isEmpty() && written.emptyIsNull()) || written.nullValues().contains(kept)) {
            return Optional.empty();
        }
        return Optional.of(written.foldCase() ? kept.toLowerCase(Locale.ROOT) : kept);
    }

    /** Blanks of every script, and the byte order mark that some senders put before a value. */
    private static String trimmed(String text) {
        var begin = 0;
        var end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF';
    }
}
