package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.Consequence;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What became of one rule.
 *
 * @param rule its text in DQDL, or the name by which it is declared
 * @param hint what helps when it fails; empty when only its table says it
 */
public record RuleResult(String rule, Consequence consequence, Outcome outcome, Evidence evidence, String hint) {
    /** How a rule ended; one that could not be evaluated has failed. */
    public enum Outcome {
        PASSED,
        /** A history rule has too little to compare with. */
        LEARNING,
        FAILED,
        /** It would pass, but what it held for another date is neither corrected nor released. */
        UNSETTLED,
        /** It failed, and a person lets the table pass. */
        RELEASED;

        /** The word used in records. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static RuleResult passed(String rule, Consequence consequence, Evidence evidence) {
        return new RuleResult(rule, consequence, Outcome.PASSED, evidence, "");
    }

    static RuleResult learning(String rule, Consequence consequence, Evidence evidence) {
        return new RuleResult(rule, consequence, Outcome.LEARNING, evidence, "");
    }

    static RuleResult failed(String rule, Consequence consequence, Evidence evidence) {
        return new RuleResult(rule, consequence, Outcome.FAILED, evidence, "");
    }

    RuleResult with(Evidence other) {
        return new RuleResult(rule, consequence, outcome, other, hint);
    }

    RuleResult hinting(String help) {
        return new RuleResult(rule, consequence, outcome, evidence, help);
    }

    /** It was held for this date, and nobody has corrected or released that. */
    RuleResult stillHeld(LocalDate date) {
        var why = evidence.measured() + "; it held " + date + ", which nobody has corrected and run again, or released";
        return new RuleResult(rule, consequence, Outcome.UNSETTLED, Evidence.of(why, evidence.expected()), hint);
    }

    RuleResult released() {
        return new RuleResult(rule, consequence, Outcome.RELEASED, evidence, hint);
    }

    boolean hasFailed() {
        return outcome == Outcome.FAILED || outcome == Outcome.UNSETTLED;
    }

    boolean holds() {
        return hasFailed() && consequence == Consequence.BLOCK;
    }

    /** One line; empty places are left out. */
    String line() {
        return word() + ": " + rule + ": " + evidence + (hint.isEmpty() ? "" : "; " + hint);
    }

    private String word() {
        if (hasFailed()) {
            return consequence == Consequence.BLOCK ? "held" : "warning";
        }
        return outcome.word();
    }
}
