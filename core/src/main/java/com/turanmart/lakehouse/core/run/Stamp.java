package com.turanmart.lakehouse.core.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a commit says of itself, in the same atomic step as its rows: so that progress needs no bookkeeping that could
 * disagree with the table.
 *
 * @param inputs version of each input, by incarnation, up to which this table has taken everything in
 * @param files landed files that this commit took in
 * @param definition of a table by SQL, the fingerprint of what made its rows; empty for all others
 */
public record Stamp(String run, Map<String, Long> inputs, List<LoadedFile> files, String definition) {
    private static final JsonMapper JSON = new JsonMapper();

    public Stamp {
        // Stamps of earlier versions of this program have none.
        definition = Objects.requireNonNullElse(definition, "");
    }

    public Stamp(String run, Map<String, Long> inputs, List<LoadedFile> files) {
        this(run, inputs, files, "");
    }

    public static Stamp ofInputs(Run run, Map<String, Long> inputs) {
        return ofDefinition(run, inputs, "");
    }

    public static Stamp ofDefinition(Run run, Map<String, Long> inputs, String definition) {
        return new Stamp(run.id(), new TreeMap<>(inputs), List.of(), definition);
    }

    public static Stamp ofFiles(Run run, List<LoadedFile> files) {
        return new Stamp(run.id(), Map.of(), files);
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stamp is always JSON", e);
        }
    }

    /** Throws {@link IllegalArgumentException} when the text is not a stamp: another program wrote that commit. */
    public static Stamp parse(String json) {
        try {
            return JSON.readValue(json, Stamp.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a stamp of this lakehouse", e);
        }
    }
}
