package com.turanmart.lakehouse.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the rules say about a table's rows.
 *
 * @param metrics what was measured of them, by name
 */
public record Verdict(List<RuleResult> results, Map<String, Double> metrics) {
    static final Verdict NONE = new Verdict(List.of(), Map.of());

    /** Whether the rows must not be published. */
    public boolean holds() {
        return results.stream().anyMatch(RuleResult::holds);
    }

    /** Whether they break a rule that a person lets pass. */
    boolean isReleased() {
        return results.stream().anyMatch(result -> result.outcome() == RuleResult.Outcome.RELEASED);
    }

    public List<RuleResult> failed() {
        return results.stream()
                .filter(RuleResult::hasFailed)
                .sorted(Comparator.comparing(RuleResult::consequence))
                .toList();
    }

    /** One line for each rule that did not simply pass, those that hold first. */
    public List<String> lines() {
        var others =
                results.stream().filter(result -> !result.hasFailed() && result.outcome() != RuleResult.Outcome.PASSED);
        return Stream.concat(failed().stream(), others).map(RuleResult::line).toList();
    }
}
