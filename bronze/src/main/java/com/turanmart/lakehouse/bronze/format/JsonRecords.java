package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Limits;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The objects of one JSON array, or the one object that a file is; each is cut out before it is parsed. */
final class JsonRecords implements RecordReader {
    private final Characters text;
    private final Guard guard;
    private final JsonObject object;
    private final StringBuilder content = new StringBuilder();
    private final boolean isArray;
    private long records;
    private boolean ended;

    JsonRecords(Reader text, Limits limits) throws IOException {
        this.text = new Characters(text);
        guard = Guard.ofRecords(limits);
        object = new JsonObject(limits.depth());
        this.text.passWhitespace();
        isArray = this.text.peek() == '[';
        if (isArray) {
            this.text.next();
        } else if (this.text.peek() != '{') {
            throw new IOException("it does not begin with a JSON array or object");
        }
    }

    @Override
    public Optional<SentRecord> next() throws IOException {
        if (ended || !hasRecord()) {
            end();
            return Optional.empty();
        }
        records++;
        cut();
        return Optional.of(guard.problem()
                .map(problem -> SentRecord.malformed(records, problem, content.toString()))
                .orElseGet(() -> object.record(records, content.toString())));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Goes to the next record, past the comma before it or past the end of the array. */
    private boolean hasRecord() throws IOException {
        if (!isArray) {
            return records == 0;
        }
        text.passWhitespace();
        if (text.peek() == ']') {
            text.next();
            return false;
        }
        if (records > 0 && text.next() != ',') {
            throw new IOException("it has neither a comma nor an end after record " + records);
        }
        text.passWhitespace();
        if (text.peek() == ',' || text.peek() == ']') {
            throw new IOException("it has a comma too many after record " + records);
        }
        return true;
    }

    /** Takes one value, by its brackets and quotes alone. */
    private void cut() throws IOException {
        content.setLength(0);
        guard.restart();
        var depth = 0;
        var inText = false;
        do {
            var character = take();
            if (inText && character == '\\') {
                take();
            } else if (character == '"') {
                inText = !inText;
            } else if (!inText && (character == '{' || character == '[')) {
                depth++;
            } else if (!inText && (character == '}' || character == ']')) {
                depth--;
            }
        } while (inText || depth > 0 || !atValueEnd());
    }

    private boolean atValueEnd() throws IOException {
        var next = text.peek();
        return next == ',' || next == ']' || next == Characters.END || Character.isWhitespace(next);
    }

    private char take() throws IOException {
        var next = text.next();
        if (next == Characters.END) {
            throw new IOException("it ends inside record " + records
                    + ": a bracket or a quote is not closed, or the file is cut off");
        }
        var character = (char) next;
        guard.see(character);
        if (guard.isSound() || content.length() < SentRecord.RAW_LIMIT) {
            content.append(character);
        }
        return character;
    }

    private void end() throws IOException {
        ended = true;
        text.passWhitespace();
        if (text.peek() != Characters.END) {
            throw new IOException("it goes on after its JSON " + (isArray ? "array" : "object")
                    + "; is it one object a line (json_lines)?");
        }
    }
}
