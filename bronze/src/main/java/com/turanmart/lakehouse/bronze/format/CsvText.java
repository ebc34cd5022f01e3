package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts CSV text into records of fields; memory holds one record, and no more of it than the limits allow. */
final class CsvText implements Closeable {
    private static final int NONE = -2;

    private final Characters text;
    private final Guard guard;
    private final String delimiter;
    private final int quote;
    private final int escape;
    private final String nullMarker;
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder value = new StringBuilder();
    private List<@Nullable String> fields = new ArrayList<>();

    CsvText(Reader text, Format.Csv form, Limits limits) {
        this.text = new Characters(text);
        guard = Guard.ofLines(limits);
        delimiter = form.delimiter();
        quote = form.quote().equals(Format.Csv.NO_QUOTE) ? NONE : form.quote().charAt(0);
        escape = form.escape().map(word -> (int) word.charAt(0)).orElse(NONE);
        nullMarker = form.nullMarker().orElse("");
    }

    /** The next record; an empty line is none. */
    Optional<Csv> next() throws IOException {
        while (text.peek() == '\n' || text.peek() == '\r') {
            text.passLineBreak();
        }
        if (text.peek() == Characters.END) {
            return Optional.empty();
        }
        guard.restart();
        raw.setLength(0);
        fields = new ArrayList<>();
        field();
        while (!text.atLineEnd()) {
            takeDelimiter();
            field();
        }
        var record = new Csv(text.line(), fields, guard.problem(), raw.toString());
        text.passLineBreak();
        return Optional.of(record);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private void field() throws IOException {
        value.setLength(0);
        if (text.peek() == quote) {
            quoted();
        } else {
            plain();
        }
    }

    private void plain() throws IOException {
        var escaped = false;
        while (!atFieldEnd()) {
            var character = take();
            if (character == escape && isSpecial()) {
                escaped = true;
                character = take();
            }
            keep(character);
        }
        if (guard.isSound()) {
            fields.add(!escaped && nullMarker.contentEquals(value) ? null : value.toString());
        }
    }

    private void quoted() throws IOException {
        var opened = text.line();
        take();
        while (true) {
            if (text.peek() == Characters.END) {
                throw new IOException("it ends inside quotes that open on line " + opened
                        + ": a quote is not closed, or the file is cut off");
            }
            var character = take();
            if (character == escape && (text.peek() == quote || text.peek() == escape)) {
                keep(take());
            } else if (character != quote) {
                keep(character);
            } else if (escape == NONE && text.peek() == quote) {
                keep(take());
            } else {
                break;
            }
        }
        if (!atFieldEnd()) {
            guard.complain("text after a closing quote");
            while (!text.atLineEnd()) {
                take();
            }
        }
        if (guard.isSound()) {
            fields.add(value.toString());
        }
    }

    private boolean atFieldEnd() throws IOException {
        return text.atLineEnd() || text.startsWith(delimiter);
    }

    /** Whether an escape character before this place takes a meaning away. */
    private boolean isSpecial() throws IOException {
        var next = text.peek();
        return next != Characters.END && (next == quote || next == escape || atFieldEnd());
    }

    private void takeDelimiter() throws IOException {
        for (var i = 0; i < delimiter.length(); i++) {
            take();
        }
    }

    private char take() throws IOException {
        var character = (char) text.next();
        guard.see(character);
        if (raw.length() < SentRecord.RAW_LIMIT) {
            raw.append(character);
        }
        return character;
    }

    private void keep(char character) {
        if (guard.isSound()) {
            value.append(character);
        }
    }

    /**
     * One record; without a problem its fields are whole.
     *
     * @param line where the record ends, from 1
     * @param raw the beginning of its text
     */
    record Csv(long line, List<@Nullable String> fields, Optional<String> problem, String raw) {}
}
