package com.turanmart.lakehouse.core.conf;

import java.io.Serializable;
import java.util.regex.Pattern;

/** Where a secret is found when it is needed; the secret itself is in no configuration. */
public sealed interface SecretReference extends Serializable {
    /** What stands before the name of a variable with a secret, so that it is not taken for a key of the environment. */
    String VARIABLES = "LAKEHOUSE_SECRET_";

    Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,127}");

    /** An environment variable of the process. */
    record Env(
            @Key(says = "Name of the environment variable.", example = "LAKEHOUSE_SECRET_PSEUDONYMS")
            String name) implements SecretReference {}

    /** A file on the machine, outside the configuration. */
    record File(
            @Key(says = "Path of the file, from the root of the machine.", example = "/run/secrets/pseudonyms")
            String path)
            implements SecretReference {}
}
