package com.turanmart.lakehouse.quality;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.amazon.deequ.dqdl.EvaluateDataQuality;
import com.turanmart.lakehouse.core.conf.Quality;
import java.util.List;
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
                findings(rules.subList(0, blocks), outcomes.subList(0, blocks)),
                findings(rules.subList(blocks, rules.size()), outcomes.subList(blocks, rules.size())));
    }

    /** Sorts rows one by one; a row that a rule cannot judge is broken. */
    public static Sorted sort(Quality quality, Dataset<Row> rows) {
        if (quality.quarantine().isEmpty()) {
            return new Sorted(rows, rows.where(lit(false)).withColumn("_broken", lit("")));
        }
        var judged = EvaluateDataQuality.processRows(rows, ruleset(quality.quarantine()))
                .apply(EvaluateDataQuality.ROW_LEVEL_OUTCOMES_KEY());
        var columns =
                Stream.of(rows.columns()).map(name -> col("`" + name + "`")).toArray(Column[]::new);
        var passed = col(ROW_RESULT).eqNullSafe("Passed");
        return new Sorted(
                judged.where(passed).select(columns),
                judged.where(passed.unary_$bang())
                        .withColumn("_broken", array_join(col(ROW_FAILURES), "; "))
                        .select(Stream.concat(Stream.of(columns), Stream.of(col("_broken")))
                                .toArray(Column[]::new)));
    }

    private static String ruleset(List<String> rules) {
        return "Rules = [ " + String.join(", ", rules) + " ]";
    }

    private static List<Finding> findings(List<String> rules, List<Row> outcomes) {
        return IntStream.range(0, rules.size())
                .filter(i -> !"Passed".equals(outcomes.get(i).<String>getAs("Outcome")))
                .mapToObj(i -> new Finding(rules.get(i), reason(outcomes.get(i))))
                .toList();
    }

    private static String reason(Row outcome) {
        String reason = outcome.getAs("FailureReason");
        return reason == null ? "it could not be evaluated" : reason.replace('\n', ' ');
    }
}
