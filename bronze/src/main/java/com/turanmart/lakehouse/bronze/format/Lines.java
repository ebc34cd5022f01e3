package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The lines of a text, one by one; of one that the guard stops only the beginning is kept. */
final class Lines implements Closeable {
    private final Characters text;
    private final Guard guard;
    private final StringBuilder content = new StringBuilder();

    Lines(Reader text, Limits limits) {
        this.text = new Characters(text);
        guard = Guard.ofLines(limits);
    }

    Optional<Line> next() throws IOException {
        if (text.peek() == Characters.END) {
            return Optional.empty();
        }
        content.setLength(0);
        guard.restart();
        while (!text.atLineEnd()) {
            var character = (char) text.next();
            guard.see(character);
            if (guard.isSound() || content.length() < SentRecord.RAW_LIMIT) {
                content.append(character);
            }
        }
        var line = new Line(text.line(), content.toString(), guard.problem());
        text.passLineBreak();
        return Optional.of(line);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** @param number from 1 */
    record Line(long number, String text, Optional<String> problem) {}
}
