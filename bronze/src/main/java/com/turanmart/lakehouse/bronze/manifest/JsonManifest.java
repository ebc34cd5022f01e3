package com.turanmart.lakehouse.bronze.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.turanmart.lakehouse.core.conf.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The form of docs/deliveries.md; a key that it does not know is refused, since it may have been meant to be checked. */
final class JsonManifest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> KEYS = List.of("files", "rows", "totals", "schema_version", "source_position");
    private static final List<String> FILE_KEYS = List.of("name", "size", "sha256", "rows", "totals");

    private JsonManifest() {}

    static Manifest read(String text) throws ManifestProblem {
        var json = parsed(text);
        known(json, KEYS, "a JSON object");
        if (!json.path("files").isArray()) {
            throw new ManifestProblem("its files are no list");
        }
        var files = new ArrayList<Manifest.Entry>();
        for (var file : json.path("files")) {
            files.add(file(file));
        }
        var version = count(json, "schema_version");
        return new Manifest(
                files,
                count(json, "rows"),
                totals(json),
                version.isEmpty() ? OptionalInt.empty() : OptionalInt.of(version(version.getAsLong())),
                text(json, "source_position"));
    }

    private static JsonNode parsed(String text) throws ManifestProblem {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new ManifestProblem("it is not JSON" + (place == null ? "" : ", see line " + place.getLineNr()), e);
        }
    }

    private static Manifest.Entry file(JsonNode file) throws ManifestProblem {
        known(file, FILE_KEYS, "an object for each file");
        var name = text(file, "name");
        if (name.isEmpty()) {
            throw new ManifestProblem("a file of it has no name");
        }
        var sha256 = text(file, "sha256");
        return new Manifest.Entry(
                name.get(),
                count(file, "size"),
                sha256.isEmpty() ? sha256 : Optional.of(Manifests.sha256(sha256.get())),
                count(file, "rows"),
                totals(file));
    }

    private static void known(JsonNode node, List<String> keys, String expected) throws ManifestProblem {
        if (!node.isObject()) {
            throw new ManifestProblem("expected " + expected);
        }
        for (var names = node.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!keys.contains(name)) {
                throw new ManifestProblem("unknown key '" + name + "'" + Nearest.remedy(name, keys));
            }
        }
    }

    private static OptionalLong count(JsonNode node, String key) throws ManifestProblem {
        return node.has(key)
                ? OptionalLong.of(Manifests.count(key, node.path(key).asText()))
                : OptionalLong.empty();
    }

    private static int version(long number) throws ManifestProblem {
        if (number > Integer.MAX_VALUE) {
            throw new ManifestProblem("its schema_version is not a small whole number");
        }
        return (int) number;
    }

    private static Optional<String> text(JsonNode node, String key) throws ManifestProblem {
        if (node.has(key) && !node.path(key).isTextual()) {
            throw new ManifestProblem("its " + key + " is no text");
        }
        return node.has(key) ? Optional.of(node.path(key).asText()) : Optional.empty();
    }

    private static Map<String, BigDecimal> totals(JsonNode node) throws ManifestProblem {
        var totals = new LinkedHashMap<String, BigDecimal>();
        if (node.has("totals") && !node.path("totals").isObject()) {
            throw new ManifestProblem("its totals are no object");
        }
        for (var total : node.path("totals").properties()) {
            var value = total.getValue();
            var written = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
            totals.put(total.getKey(), Manifests.decimal("total of " + total.getKey(), written));
        }
        return totals;
    }
}
