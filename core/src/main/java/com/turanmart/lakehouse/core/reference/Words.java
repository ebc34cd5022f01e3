package com.turanmart.lakehouse.core.reference;

import com.turanmart.lakehouse.core.conf.KeyOf;

/** What is said about a key wherever it is shown. */
final class Words {
    private Words() {}

    static String about(KeyOf key) {
        var rest = key.required() ? "Required." : "Default: " + key.key().otherwise() + ".";
        return key.key().says() + " " + rest;
    }
}
