package com.turanmart.lakehouse.core.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A person's word that a group may be published although one rule fails.
 *
 * @param group of marts
 * @param run the run that the rule held
 * @param rule as reports name it
 * @param by who answers for it
 * @param at when it was given, UTC
 * @param expires the last day on which it counts, UTC
 */
public record Release(String group, String run, String rule, String reason, String by, String at, String expires) {
    /** With it begins every line about a release that counts. */
    public static final String WORD = "released until ";

    private static final JsonMapper JSON = new JsonMapper();

    /** Whether it counts in a run. */
    public boolean isOpen(Run asked) {
        return !LocalDate.ofInstant(asked.startedAt(), ZoneOffset.UTC).isAfter(LocalDate.parse(expires));
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a release is always JSON", e);
        }
    }

    /** Throws {@link IllegalArgumentException} when the text is no release. */
    public static Release parse(String json) {
        try {
            return JSON.readValue(json, Release.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a release of this lakehouse", e);
        }
    }

    /** One line for people. */
    @Override
    public String toString() {
        return WORD + expires + " by " + by + ": " + rule + " (" + reason + ")";
    }
}
