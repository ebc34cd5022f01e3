package com.turanmart.lakehouse.bronze.format;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The mark with which programs begin a Unicode file, whatever their other files are written in. */
final class ByteOrderMark {
    static final int MOST_BYTES = 3;

    private static final Map<String, byte[]> MARKS = Map.of(
            "UTF-8", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            "UTF-16LE", new byte[] {(byte) 0xFF, (byte) 0xFE},
            "UTF-16BE", new byte[] {(byte) 0xFE, (byte) 0xFF});

    private ByteOrderMark() {}

    /** The set that a file is in, if its mark says so and the declared set is no form of Unicode itself. */
    static Optional<String> outdoing(String declared, ByteBuffer head) {
        if (declared.toUpperCase(Locale.ROOT).startsWith("UTF")) {
            return Optional.empty();
        }
        return MARKS.entrySet().stream()
                .filter(mark -> begins(head, mark.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean begins(ByteBuffer head, byte[] mark) {
        for (var i = 0; i < mark.length; i++) {
            if (i >= head.remaining() || head.get(head.position() + i) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
