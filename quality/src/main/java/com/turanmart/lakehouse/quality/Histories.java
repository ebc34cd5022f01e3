package com.turanmart.lakehouse.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.Consequence;
import com.turanmart.lakehouse.core.conf.HistoryRule;
import com.turanmart.lakehouse.core.conf.HistoryRule.Metric;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;

/** What the history rules of a table measure of its rows: all of it in one job. */
final class Histories {
    private final List<HistoryRule> rules;
    private final Dataset<Row> rows;
    private final Map<String, Double> measured;

    private Histories(List<HistoryRule> rules, Dataset<Row> rows, Map<String, Double> measured) {
        this.rules = rules;
        this.rows = rows;
        this.measured = measured;
    }

    static Histories measure(List<HistoryRule> rules, Dataset<Row> rows, LocalDate date) {
        var asked = new TreeMap<String, Column>();
        rules.stream()
                .filter(rule -> fault(rule, rows).isEmpty())
                .forEach(rule -> asked.put(rule.measure(), measure(rule, date)));
        var measured = new TreeMap<String, Double>();
        if (!asked.isEmpty()) {
            var values = rows.agg(lit(0), asked.values().toArray(Column[]::new)).first();
            var place = 1;
            for (var name : asked.keySet()) {
                measured.put(name, values.getDouble(place++));
            }
        }
        return new Histories(rules, rows, measured);
    }

    /** By the name of what was measured. */
    Map<String, Double> measured() {
        return measured;
    }

    /** @param open dates for which rules held the table, neither passed nor released since */
    List<RuleResult> judge(
            LocalDate date, Map<String, List<Measurement>> past, Supplier<Map<String, SortedSet<LocalDate>>> open) {
        return rules.stream()
                .map(rule -> Optional.ofNullable(measured.get(rule.measure()))
                        .map(value -> Baseline.of(rule, date, past.getOrDefault(rule.measure(), List.of()))
                                .judge(value))
                        .map(result -> settled(rule, result, date, open))
                        .orElseGet(() -> RuleResult.failed(
                                rule.name(),
                                rule.consequence(),
                                Evidence.notEvaluated(fault(rule, rows).orElse("")))))
                .toList();
    }

    /**
     * What was held does not come in because another day is sound, nor because the baseline has run out meanwhile:
     * somebody corrects that day and runs it again, or releases the rule.
     */
    private static RuleResult settled(
            HistoryRule rule, RuleResult result, LocalDate date, Supplier<Map<String, SortedSet<LocalDate>>> open) {
        if (result.hasFailed() || rule.consequence() == Consequence.WARN) {
            return result;
        }
        return open.get().getOrDefault(rule.name(), Collections.emptySortedSet()).stream()
                .filter(held -> result.outcome() == RuleResult.Outcome.LEARNING
                        || (rule.day().isPresent() && !held.equals(date)))
                .findFirst()
                .map(result::stillHeld)
                .orElse(result);
    }

    /** Where there is no row, the sum is zero and nothing is missing. */
    private static Column measure(HistoryRule rule, LocalDate date) {
        var meant = rule.day()
                .map(day -> column(day).cast("date").equalTo(lit(Date.valueOf(date))))
                .orElse(lit(true));
        if (rule.metric() == Metric.ROW_COUNT) {
            return count(when(meant, 1)).cast("double");
        }
        var column = column(rule.column().orElseThrow());
        if (rule.metric() == Metric.SUM) {
            return coalesce(sum(when(meant, column)).cast("double"), lit(0.0));
        }
        var there = count(when(meant.and(column.isNotNull()), 1));
        return coalesce(there.divide(count(when(meant, 1))).cast("double"), lit(1.0));
    }

    /** Why it cannot be measured. */
    private static Optional<String> fault(HistoryRule rule, Dataset<Row> rows) {
        var missing = Stream.concat(rule.column().stream(), rule.day().stream())
                .filter(name -> Arrays.stream(rows.columns()).noneMatch(name::equalsIgnoreCase))
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of("there is no column " + String.join(", ", missing));
        }
        return rule.column()
                .filter(name -> rule.metric() == Metric.SUM)
                .filter(name -> !(rows.select(column(name)).schema().apply(0).dataType() instanceof NumericType))
                .map(name -> name + " is no number");
    }

    private static Column column(String name) {
        return col("`" + name + "`");
    }
}
