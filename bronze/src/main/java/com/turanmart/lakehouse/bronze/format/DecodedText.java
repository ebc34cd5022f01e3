package com.turanmart.lakehouse.bronze.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

/** The text of a file in its declared character set; bytes that are none of it never become '\uFFFD'. */
final class DecodedText extends Reader {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream bytes;
    private final String encoding;
    private final CharsetDecoder decoder;
    private final ByteBuffer undecoded = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private long bytesBefore;
    private boolean ended;
    private boolean begun;

    DecodedText(InputStream bytes, String encoding) {
        this.bytes = bytes;
        this.encoding = encoding;
        decoder = Charset.forName(encoding)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        var text = CharBuffer.wrap(into, from, length).slice();
        while (true) {
            var result = decoder.decode(undecoded, text, ended);
            if (text.position() > 0) {
                return withoutMark(text.flip());
            }
            if (result.isError()) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "it is not %s text: byte %,d cannot be decoded",
                        encoding,
                        bytesBefore + undecoded.position() + 1));
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private int withoutMark(CharBuffer text) throws IOException {
        if (begun || text.get(0) != BYTE_ORDER_MARK) {
            begun = true;
            return text.length();
        }
        begun = true;
        if (text.length() == 1) {
            return read(text.array(), text.arrayOffset(), text.capacity());
        }
        System.arraycopy(text.array(), text.arrayOffset() + 1, text.array(), text.arrayOffset(), text.length() - 1);
        return text.length() - 1;
    }

    private void fill() throws IOException {
        bytesBefore += undecoded.position();
        undecoded.compact();
        var count = bytes.read(undecoded.array(), undecoded.position(), undecoded.remaining());
        ended = count < 0;
        undecoded.position(undecoded.position() + Math.max(count, 0)).flip();
    }
}
