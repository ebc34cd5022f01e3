package com.turanmart.lakehouse.quality;

/**
 * A rule that did not pass.
 *
 * @param reason what was measured, or why it could not be measured; never a row's value
 */
public record Finding(String rule, String reason) {

    @Override
    public String toString() {
        return rule + ": " + reason;
    }
}
