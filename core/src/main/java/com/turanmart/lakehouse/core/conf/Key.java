package com.turanmart.lakehouse.core.conf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What one configuration key means; the reference page and the editor schemas are generated from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    String REQUIRED = "<required>";

    /** One sentence for the person who writes the file. */
    String says();

    /** The value, as YAML text, that is taken when the key is absent. */
    String otherwise() default REQUIRED;

    /** The smallest whole number that is allowed. */
    int least() default Integer.MIN_VALUE;

    /** A value, as YAML text, for the reference page. */
    String example();
}
