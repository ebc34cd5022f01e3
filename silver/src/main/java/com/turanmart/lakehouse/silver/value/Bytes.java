package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.core.conf.Written.Encoding;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes that are written as text; base64 with its padding, without line breaks. */
record Bytes(Encoding encoding) implements Reader {
    @Override
    public Optional<Object> read(String text) {
        try {
            var bytes = encoding == Encoding.HEX
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
            var isWhole = encoding == Encoding.HEX || text.length() % 4 == 0;
            return isWhole ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException noBytes) {
            return Optional.empty();
        }
    }
}
