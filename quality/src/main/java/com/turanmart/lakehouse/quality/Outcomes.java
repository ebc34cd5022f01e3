package com.turanmart.lakehouse.quality;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.amazon.deequ.dqdl.EvaluateDataQuality;
import com.turanmart.lakehouse.core.conf.Consequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What Deequ's rule runner says of declared rules over some rows, all of them in one call. */
final class Outcomes {
    /** Asked with the rules of every table: Deequ counts the rows in the pass that measures the others. */
    private static final String ROW_COUNT = "RowCount >= 0";

    private final Dataset<Row> rows;
    private final Map<String, RuleText> texts;
    /** By the rule as Deequ writes it: it answers in an order of its own. */
    private final Map<String, Row> answers;

    private final Map<String, Evidence> broken;

    private Outcomes(Dataset<Row> rows, Map<String, RuleText> texts, Map<String, Row> answers, Samples samples) {
        this.rows = rows;
        this.texts = texts;
        this.answers = answers;
        broken = broken(samples);
    }

    static Outcomes of(List<String> rules, Dataset<Row> rows, Samples samples) {
        var asked =
                Stream.concat(rules.stream(), Stream.of(ROW_COUNT)).distinct().toList();
        var texts = new LinkedHashMap<String, RuleText>();
        asked.forEach(rule -> texts.put(rule, RuleText.parse(rule)));
        var answers = EvaluateDataQuality.process(rows, Rules.ruleset(asked)).collectAsList().stream()
                .collect(
                        Collectors.toMap(answer -> answer.<String>getAs("Rule"), answer -> answer, (one, same) -> one));
        texts.forEach((rule, text) -> {
            if (!answers.containsKey(text.canonical())) {
                throw new IllegalStateException("Deequ says nothing of " + rule + ", it answers " + answers.keySet());
            }
        });
        return new Outcomes(rows, texts, answers, samples);
    }

    RuleResult result(String rule, Consequence consequence) {
        return passes(rule)
                ? RuleResult.passed(rule, consequence, evidence(rule))
                : RuleResult.failed(
                        rule, consequence, Optional.ofNullable(broken.get(rule)).orElseGet(() -> evidence(rule)));
    }

    /** The number of rows; empty when Deequ could not count them. */
    Map<String, Double> metrics() {
        return metrics(ROW_COUNT).values().stream()
                .findFirst()
                .map(count -> Map.of("RowCount", count))
                .orElse(Map.of());
    }

    private boolean hasNoRow() {
        return metrics(ROW_COUNT).containsValue(0.0);
    }

    private boolean passes(String rule) {
        return missing(rule).isEmpty()
                && ("Passed".equals(answer(rule).<String>getAs("Outcome"))
                        // Deequ has no value to measure and says Failed.
                        || (text(rule).holdsWithoutRows() && hasNoRow()));
    }

    private Evidence evidence(String rule) {
        var missing = missing(rule);
        if (!missing.isEmpty()) {
            return Evidence.of("there is no column " + String.join(", ", missing), "");
        }
        if (metrics(rule).isEmpty()) {
            return Evidence.of(hasNoRow() ? "there is no row" : reason(rule), "");
        }
        return Evidence.of(measured(metrics(rule)), text(rule).expected());
    }

    /** Of rules about rows that fail: how many rows break each, and keys of some. One pass counts for all of them. */
    private Map<String, Evidence> broken(Samples samples) {
        var countable = texts.keySet().stream()
                .filter(rule -> !passes(rule)
                        && text(rule).judgesRows()
                        && missing(rule).isEmpty())
                .toList();
        if (countable.isEmpty()) {
            return Map.of();
        }
        var judged = Rules.processed(countable, rows);
        var counts = judged.agg(
                        count(lit(1)),
                        countable.stream()
                                .map(rule -> count(when(breaks(rule), 1)))
                                .toArray(Column[]::new))
                .first();
        var evidence = new TreeMap<String, Evidence>();
        for (var index = 0; index < countable.size(); index++) {
            var broken = counts.getLong(index + 1);
            if (broken > 0) {
                var rule = countable.get(index);
                evidence.put(
                        rule,
                        Evidence.brokenRows(
                                broken, counts.getLong(0), text(rule).threshold()));
            }
        }
        var keys = samples.of(
                evidence.keySet().stream().collect(Collectors.toMap(rule -> rule, rule -> judged.where(breaks(rule)))));
        evidence.replaceAll((rule, seen) -> seen.with(keys.getOrDefault(rule, List.of())));
        return evidence;
    }

    private Column breaks(String rule) {
        return array_contains(col(Rules.ROW_FAILURES), text(rule).canonical());
    }

    private List<String> missing(String rule) {
        return text(rule).columns().stream()
                .filter(column -> Stream.of(rows.columns()).noneMatch(column::equalsIgnoreCase))
                .toList();
    }

    private String reason(String rule) {
        return Optional.ofNullable(answer(rule).<String>getAs("FailureReason"))
                .map(said -> said.replaceAll("\\s+", " "))
                .orElse("");
    }

    private Map<String, Double> metrics(String rule) {
        var place = answer(rule).fieldIndex("EvaluatedMetrics");
        return answer(rule).isNullAt(place)
                ? Map.of()
                : new TreeMap<>(answer(rule).<String, Double>getJavaMap(place));
    }

    private static String measured(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(metric ->
                        (metrics.size() == 1 ? "" : metric.getKey().replaceFirst("^(Column|Dataset)\\.", "") + " ")
                                + Evidence.number(metric.getValue()))
                .collect(Collectors.joining(", "));
    }

    private RuleText text(String rule) {
        return Objects.requireNonNull(texts.get(rule));
    }

    private Row answer(String rule) {
        return Objects.requireNonNull(answers.get(text(rule).canonical()));
    }
}
