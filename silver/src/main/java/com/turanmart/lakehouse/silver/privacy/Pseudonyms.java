package com.turanmart.lakehouse.silver.privacy;

import com.turanmart.lakehouse.core.conf.SecretReference;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** Makes pseudonyms where it works; what travels there is where the key is found, not the key. */
final class Pseudonyms implements UDF1<@Nullable String, @Nullable String> {
    private static final long serialVersionUID = 1L;

    private final SecretReference secret;
    private final String domain;
    private transient @Nullable PseudonymKey key;

    Pseudonyms(SecretReference secret, String domain) {
        this.secret = secret;
        this.domain = domain;
    }

    @Override
    public @Nullable String call(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (key == null) {
            key = PseudonymKey.at(secret);
        }
        return key.pseudonym(domain, value);
    }
}
