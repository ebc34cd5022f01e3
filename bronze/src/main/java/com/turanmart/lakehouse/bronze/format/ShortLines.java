package com.turanmart.lakehouse.bronze.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/** Text whose lines have an end: a file without line breaks is refused before it fills the memory. */
final class ShortLines extends FilterReader {
    private final int mostCharacters;
    private int characters;
    private long line = 1;

    ShortLines(Reader text, int mostCharacters) {
        super(text);
        this.mostCharacters = mostCharacters;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        var count = super.read(into, from, length);
        for (var i = from; i < from + count; i++) {
            if (into[i] == '\n') {
                line++;
                characters = 0;
            } else if (++characters > mostCharacters) {
                throw new IOException(
                        String.format(Locale.ROOT, "line %d is longer than %,d characters", line, mostCharacters));
            }
        }
        return count;
    }
}
