package com.turanmart.lakehouse.core.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Empty when the text is no whole release. */
    public static Optional<Release> parse(String json) {
        try {
            return Optional.of(JSON.readValue(json, Release.class)).filter(Release::isWhole);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        if (!Stream.of(group, run, rule, reason, by, expires).allMatch(Objects::nonNull)) {
            return false;
        }
        try {
            return LocalDate.parse(expires).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** One line for people. */
    @Override
    public String toString() {
        return WORD + expires + " by " + by + ": " + rule + " (" + reason + ")";
    }
}
