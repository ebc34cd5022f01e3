package com.turanmart.lakehouse.quality;

import java.util.List;
import java.util.stream.Stream;

/** What the rules say about a table's rows. */
public record Verdict(List<Finding> blocking, List<Finding> warnings) {
    public static final Verdict CLEAN = new Verdict(List.of(), List.of());

    /** Whether the rows must not be published. */
    public boolean holds() {
        return !blocking.isEmpty();
    }

    /** One line for each rule that did not pass. */
    public List<String> lines() {
        return Stream.concat(
                        blocking.stream().map(finding -> "held: " + finding),
                        warnings.stream().map(finding -> "warning: " + finding))
                .toList();
    }
}
