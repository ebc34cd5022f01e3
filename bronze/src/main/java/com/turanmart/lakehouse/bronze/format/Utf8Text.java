package com.turanmart.lakehouse.bronze.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a file, which must be UTF-8; a byte order mark is no part of it. */
final class Utf8Text extends FilterReader {
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    Utf8Text(InputStream bytes) throws IOException {
        super(new PushbackReader(decoded(bytes)));
        var first = read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            ((PushbackReader) in).unread(first);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (CharacterCodingException e) {
            throw notUtf8(e);
        }
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        try {
            return super.read(into, from, length);
        } catch (CharacterCodingException e) {
            throw notUtf8(e);
        }
    }

    /** Bytes that are no UTF-8 must not become '\uFFFD' silently. */
    private static Reader decoded(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static IOException notUtf8(CharacterCodingException problem) {
        return new IOException("it is not UTF-8 text", problem);
    }
}
