package com.turanmart.lakehouse.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.turanmart.lakehouse.oracle.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rounds have shown so far. */
final class Figures {
    static final String ENGINE = "engine";
    static final String ENGINE_BY_C1 = "engine, Java's first compiler alone";
    static final String WITHOUT_NEWS = "night without news";
    static final String WITHOUT_NEWS_BY_C1 = "night without news, Java's first compiler alone";
    static final String PLAIN_SPARK = "plain Spark";
    static final String DUCKDB = "DuckDB";
    static final String STEP_BY_STEP = "a process for each table";

    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();
    private final Map<String, String> verdicts = new LinkedHashMap<>();

    /** What the engine said and wrote in the last round. */
    record LastNight(JsonNode report, Written written, Written withoutNews) {}

    private @Nullable LastNight lastNight;

    static String night(int night) {
        return "night " + night;
    }

    void took(String what, Cost cost) {
        costs.computeIfAbsent(what, name -> new ArrayList<>()).add(cost);
    }

    /** Wrong in one round is wrong. */
    void compared(String what, Comparison comparison) {
        var isEqual = comparison.rows() > 0 && comparison.differences().isEmpty();
        verdicts.merge(
                what,
                isEqual
                        ? comparison.rows() + " rows, equal"
                        : "**wrong**: " + comparison.differences().size() + " differences",
                (before, now) -> before.startsWith("**") ? before : now);
    }

    void lastNight(LastNight last) {
        lastNight = last;
    }

    Optional<LastNight> lastNight() {
        return Optional.ofNullable(lastNight);
    }

    List<Cost> costs(String what) {
        return costs.getOrDefault(what, List.of());
    }

    String verdict(String what) {
        return verdicts.getOrDefault(what, "not compared");
    }

    boolean allEqual() {
        return verdicts.values().stream().noneMatch(verdict -> verdict.startsWith("**"));
    }
}
