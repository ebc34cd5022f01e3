package com.turanmart.lakehouse.core.conf;

import java.util.function.Consumer;

/**
 * One kind of mistake that can be seen before Spark starts; found through {@link java.util.ServiceLoader}.
 * What the reader has already reported is not reported again.
 */
public interface Inspection {
    void inspect(Declarations declared, Consumer<Problem> problems);
}
