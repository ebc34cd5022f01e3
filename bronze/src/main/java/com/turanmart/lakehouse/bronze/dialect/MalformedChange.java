package com.turanmart.lakehouse.bronze.dialect;

/** A record that does not say what its dialect wants to be told; the message is the reason and quotes no value. */
public final class MalformedChange extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedChange(String reason) {
        super(reason);
    }
}
