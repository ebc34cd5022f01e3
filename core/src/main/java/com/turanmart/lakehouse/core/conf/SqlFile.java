package com.turanmart.lakehouse.core.conf;

import java.util.Optional;

/**
 * The SQL of a table as it was read.
 *
 * @param text empty when the file is no text, which has been reported
 */
public record SqlFile(String file, Optional<String> text) {
    public Problem problem(int line, String said) {
        return new Problem(file, line, said);
    }
}
