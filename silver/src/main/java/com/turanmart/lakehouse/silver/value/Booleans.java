package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.core.conf.Written;
import java.util.Optional;

/** Truth in the spellings that are declared. */
record Booleans(Written written) implements Reader {
    @Override
    public Optional<Object> read(String text) {
        if (written.trueValues().contains(text)) {
            return Optional.of(true);
        }
        return written.falseValues().contains(text) ? Optional.of(false) : Optional.empty();
    }
}
