package com.turanmart.lakehouse.core.conf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a file says which kind of a sealed type it means; without it by the key {@code kind}, which is then required. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Choice {
    String key();

    /** The kind that is meant when the key is absent. */
    String otherwise();
}
