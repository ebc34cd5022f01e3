package com.turanmart.lakehouse.bronze.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** A text character by character, with the line it has come to. LF, CRLF and CR each end a line, also in one file. */
final class Characters implements Closeable {
    static final int END = -1;

    private final Reader text;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int filled;
    private long line = 1;
    private int last = END;

    Characters(Reader text) {
        this.text = text;
    }

    /** The line of the next character, from 1. */
    long line() {
        return line;
    }

    int peek() throws IOException {
        return holds(1) ? buffer[position] : END;
    }

    int next() throws IOException {
        if (!holds(1)) {
            return END;
        }
        var next = buffer[position++];
        if (next == '\r' || (next == '\n' && last != '\r')) {
            line++;
        }
        last = next;
        return next;
    }

    boolean startsWith(String word) throws IOException {
        if (peek() != word.charAt(0) || !holds(word.length())) {
            return false;
        }
        for (var i = 1; i < word.length(); i++) {
            if (buffer[position + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean atLineEnd() throws IOException {
        var next = peek();
        return next == '\n' || next == '\r' || next == END;
    }

    /** Goes past a line break; stays where there is none. */
    void passLineBreak() throws IOException {
        if (peek() == '\r') {
            next();
            if (peek() == '\n') {
                next();
            }
        } else if (peek() == '\n') {
            next();
        }
    }

    void passWhitespace() throws IOException {
        while (peek() != END && Character.isWhitespace(peek())) {
            next();
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean holds(int characters) throws IOException {
        while (filled - position < characters) {
            System.arraycopy(buffer, position, buffer, 0, filled - position);
            filled -= position;
            position = 0;
            var count = text.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                return false;
            }
            filled += count;
        }
        return true;
    }
}
