package com.turanmart.lakehouse.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.core.conf.SqlRule;
import com.turanmart.lakehouse.core.sql.SqlText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rules by SQL: all of a table are counted in one job. */
final class BadRows {
    private static final Pattern OUTSIDE =
            Pattern.compile("IOException|No space left|SparkContext|ExecutorLost|FetchFailed|OutOfMemory");

    private final Candidate candidate;
    private final Samples samples;
    private final Map<String, Dataset<Row>> found = new LinkedHashMap<>();
    private final Map<String, Evidence> unknown = new TreeMap<>();

    private BadRows(Candidate candidate, Samples samples) {
        this.candidate = candidate;
        this.samples = samples;
    }

    static List<RuleResult> judge(Candidate candidate, Samples samples) {
        var rules = candidate.table().quality().sql();
        return rules.isEmpty() ? List.of() : new BadRows(candidate, samples).results(rules);
    }

    private List<RuleResult> results(List<SqlRule> rules) {
        for (var rule : rules) {
            evaluated(
                    rule.name(),
                    () -> found.put(
                            rule.name(),
                            candidate.query().apply(SqlText.parse(rule.query()).orThrow())));
        }
        var counts = counts();
        var results = rules.stream().map(rule -> result(rule, counts)).toList();
        var broken = new LinkedHashMap<>(found);
        broken.keySet()
                .retainAll(results.stream()
                        .filter(RuleResult::hasFailed)
                        .map(RuleResult::rule)
                        .collect(Collectors.toSet()));
        var keys = samples.of(broken);
        return results.stream()
                .map(result -> result.with(result.evidence().with(keys.getOrDefault(result.rule(), List.of()))))
                .toList();
    }

    private RuleResult result(SqlRule rule, Map<String, Long> counts) {
        if (unknown.containsKey(rule.name())) {
            return RuleResult.failed(rule.name(), rule.consequence(), Objects.requireNonNull(unknown.get(rule.name())))
                    .hinting(rule.says());
        }
        var bad = Objects.requireNonNull(counts.get(rule.name()));
        var evidence = Evidence.badRows(bad, rule.atMost());
        return bad > rule.atMost()
                ? RuleResult.failed(rule.name(), rule.consequence(), evidence).hinting(rule.says())
                : RuleResult.passed(rule.name(), rule.consequence(), evidence);
    }

    /** All in one job; only when that breaks one by one, to learn which rule it was. */
    private Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        var together = found.entrySet().stream()
                .map(rule -> counted(rule.getKey(), rule.getValue()))
                .reduce(Dataset::unionAll);
        try {
            together.ifPresent(union -> put(counts, union));
        } catch (Exception e) {
            // Of which rule it is, each of them tells by itself.
            List.copyOf(found.entrySet())
                    .forEach(rule ->
                            evaluated(rule.getKey(), () -> put(counts, counted(rule.getKey(), rule.getValue()))));
        }
        return counts;
    }

    private static Dataset<Row> counted(String rule, Dataset<Row> bad) {
        return bad.agg(count(lit(1)).as("rows")).select(lit(rule).as("rule"), col("rows"));
    }

    private static void put(Map<String, Long> counts, Dataset<Row> counted) {
        counted.collectAsList().forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    }

    private void evaluated(String rule, Runnable work) {
        try {
            work.run();
        } catch (Exception e) {
            unknown.put(rule, Evidence.notEvaluated(reason(e)));
            found.remove(rule);
        }
    }

    /** Why a query breaks; what is no fault of the query, such as a store that is gone, goes on its way. */
    private static String reason(Exception problem) {
        var causes = Stream.iterate((Throwable) problem, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
        if (causes.stream().anyMatch(BadRows::isOutside)) {
            throw problem instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(problem);
        }
        return causes.stream()
                .filter(AnalysisException.class::isInstance)
                .findFirst()
                .map(said -> words((AnalysisException) said))
                // What Spark says of a text names columns; what it says of rows can quote them.
                .orElseGet(() -> "it breaks on a row with "
                        + causes.get(causes.size() - 1).getClass().getSimpleName());
    }

    private static boolean isOutside(Throwable cause) {
        return cause instanceof IOException
                || OUTSIDE.matcher(String.valueOf(cause.getMessage())).find();
    }

    private static String words(AnalysisException said) {
        return said.getSimpleMessage()
                .replaceFirst("^\\[[A-Z0-9_.]+] ", "")
                .lines()
                .findFirst()
                .orElse("");
    }
}
