package com.turanmart.lakehouse.quality;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import com.amazon.deequ.dqdl.EvaluateDataQuality;
import com.turanmart.lakehouse.core.conf.Quality;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Declared rules over rows, judged by Deequ's own rule runner. */
public final class Rules {
    private static final String ROW_RESULT = "DataQualityEvaluationResult";
    private static final String ROW_FAILURES = "DataQualityRulesFail";

    private Rules() {}

    /** Judges rows as a whole; a rule that cannot be evaluated blocks like one that failed. */
    public static Verdict judge(Quality quality, Dataset<Row> rows) {
        var rules =
                Stream.concat(quality.block().stream(), quality.warn().stream()).toList();
        if (rules.isEmpty()) {
            return Verdict.CLEAN;
        }
        var outcomes = EvaluateDataQuality.process(rows, ruleset(rules)).collectAsList();
        if (outcomes.size() != rules.size()) {
            throw new IllegalStateException(rules.size() + " rules gave " + outcomes.size() + " outcomes: " + rules);
        }
        var blocks = quality.block().size();
        return new Verdict(
                findings(rules.subList(0, blocks), outcomes.subList(0, blocks), rows),
                findings(rules.subList(blocks, rules.size()), outcomes.subList(blocks, rules.size()), rows));
    }

    /** Sorts rows one by one; a row that a rule cannot judge is broken. */
    public static Sorted sort(Quality quality, Dataset<Row> rows) {
        if (quality.quarantine().isEmpty()) {
            return new Sorted(rows, rows.where(lit(false)).withColumn("_broken", lit("")));
        }
        var judged = processed(quality.quarantine(), rows);
        var columns =
                Stream.of(rows.columns()).map(name -> col("`" + name + "`")).toArray(Column[]::new);
        var passed = col(ROW_RESULT).eqNullSafe("Passed");
        return new Sorted(
                judged.where(passed).select(columns),
                judged.where(not(passed))
                        .withColumn("_broken", array_join(col(ROW_FAILURES), "; "))
                        .select(Stream.concat(Stream.of(columns), Stream.of(col("_broken")))
                                .toArray(Column[]::new)));
    }

    private static String ruleset(List<String> rules) {
        rules.forEach(RuleText::parse);
        return "Rules = [ " + String.join(", ", rules) + " ]";
    }

    private static List<Finding> findings(List<String> rules, List<Row> outcomes, Dataset<Row> rows) {
        return IntStream.range(0, rules.size())
                .filter(i -> !"Passed".equals(outcomes.get(i).<String>getAs("Outcome")))
                .mapToObj(i -> finding(rules.get(i), outcomes.get(i), rows))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of a rule about rows, how many break it: Deequ's own words would quote a row's value. */
    private static Optional<Finding> finding(String rule, Row outcome, Dataset<Row> rows) {
        var parsed = RuleText.parse(rule);
        var present = List.of(rows.columns());
        var missing = parsed.columns().stream()
                .filter(column -> present.stream().noneMatch(column::equalsIgnoreCase))
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of(new Finding(rule, "there is no column " + String.join(", ", missing)));
        }
        // What every row must be holds where there is none; Deequ has no value to measure and says Failed.
        if (parsed.holdsWithoutRows() && rows.isEmpty()) {
            return Optional.empty();
        }
        if (parsed.judgesRows()) {
            var judged = processed(List.of(rule), rows);
            var broken = judged.where(not(col(ROW_RESULT).eqNullSafe("Passed"))).count();
            return Optional.of(
                    new Finding(rule, String.format(Locale.ROOT, "%,d of %,d rows break it", broken, judged.count())));
        }
        String reason = outcome.getAs("FailureReason");
        return Optional.of(
                new Finding(rule, reason == null ? "it could not be evaluated" : reason.replaceAll("\\s+", " ")));
    }

    private static Dataset<Row> processed(List<String> rules, Dataset<Row> rows) {
        return EvaluateDataQuality.processRows(rows, ruleset(rules))
                .apply(EvaluateDataQuality.ROW_LEVEL_OUTCOMES_KEY());
    }
}
