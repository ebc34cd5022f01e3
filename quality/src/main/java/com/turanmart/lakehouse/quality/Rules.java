package com.turanmart.lakehouse.quality;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import com.amazon.deequ.dqdl.EvaluateDataQuality;
import com.turanmart.lakehouse.core.conf.Consequence;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Declared rules in DQDL over rows, judged by Deequ's own rule runner. */
public final class Rules {
    private static final String ROW_RESULT = "DataQualityEvaluationResult";
    static final String ROW_FAILURES = "DataQualityRulesFail";

    private Rules() {}

    /** Judges rows as a whole, in one call of the runner; a rule that cannot be evaluated fails. */
    static Verdict judge(Candidate candidate, Samples samples) {
        var quality = candidate.table().quality();
        var block = Stream.concat(grain(candidate.table()), quality.block().stream())
                .distinct()
                .toList();
        if (block.isEmpty() && quality.warn().isEmpty()) {
            return Verdict.NONE;
        }
        var outcomes = Outcomes.of(
                Stream.concat(block.stream(), quality.warn().stream()).toList(), candidate.rows(), samples);
        return new Verdict(
                Stream.concat(
                                block.stream().map(rule -> outcomes.result(rule, Consequence.BLOCK)),
                                quality.warn().stream().map(rule -> outcomes.result(rule, Consequence.WARN)))
                        .toList(),
                outcomes.metrics());
    }

    /** A fan-out in a join shows as two rows of one grain: no table by SQL is published so, declared or not. */
    static Stream<String> grain(Table table) {
        return table instanceof SqlTable bySql
                ? Stream.of("IsPrimaryKey "
                        + bySql.grain().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(" ")))
                : Stream.empty();
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

    static String ruleset(List<String> rules) {
        rules.forEach(RuleText::parse);
        return "Rules = [ " + String.join(", ", rules) + " ]";
    }

    static Dataset<Row> processed(List<String> rules, Dataset<Row> rows) {
        return EvaluateDataQuality.processRows(rows, ruleset(rules))
                .apply(EvaluateDataQuality.ROW_LEVEL_OUTCOMES_KEY());
    }
}
