package com.turanmart.lakehouse.bronze.manifest;

import java.io.IOException;

/** A manifest that is not in its form; the message says what was found and what was expected. */
public final class ManifestProblem extends IOException {
    private static final long serialVersionUID = 1L;

    ManifestProblem(String message) {
        super(message);
    }

    ManifestProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
