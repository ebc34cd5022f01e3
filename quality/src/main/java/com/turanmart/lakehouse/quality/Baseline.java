package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.HistoryRule;
import com.turanmart.lakehouse.core.conf.HistoryRule.Against;
import com.turanmart.lakehouse.quality.Measurement.State;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** What a history rule may compare a data date with: one accepted value for each earlier date in its window. */
record Baseline(HistoryRule rule, List<Double> values) {
    private static final double PERCENT = 100;

    static Baseline of(HistoryRule rule, LocalDate date, List<Measurement> past) {
        var newest = past.stream()
                .filter(value -> value.state() == State.ACCEPTED)
                .filter(value -> isIn(rule, date, value.date()))
                .filter(value -> !value.isBackfillAmong(past))
                .collect(Collectors.toMap(
                        Measurement::date,
                        value -> value,
                        BinaryOperator.maxBy(Comparator.comparing(Measurement::at))));
        return new Baseline(
                rule, newest.values().stream().map(Measurement::value).sorted().toList());
    }

    private static boolean isIn(HistoryRule rule, LocalDate date, LocalDate earlier) {
        var days = ChronoUnit.DAYS.between(earlier, date);
        if (days <= 0 || rule.isMonthEnd(earlier) != rule.isMonthEnd(date)) {
            return false;
        }
        if (rule.isMonthEnd(date)) {
            return ChronoUnit.MONTHS.between(YearMonth.from(earlier), YearMonth.from(date)) <= rule.window();
        }
        return rule.against() == Against.LAST_DAYS ? days <= rule.window() : days % 7 == 0 && days / 7 <= rule.window();
    }

    RuleResult judge(double value) {
        if (values.size() < rule.atLeast()) {
            return learning(value, values.size() + " of " + rule.atLeast() + " accepted dates are there");
        }
        if (Math.abs(median()) < rule.volume()) {
            return learning(
                    value, "a median of " + Evidence.number(median()) + " is below " + Evidence.number(rule.volume()));
        }
        var evidence = Evidence.of(
                Evidence.number(value),
                Evidence.number(low()) + " to " + Evidence.number(high()) + " (" + rule.least() + " % to " + rule.most()
                        + " % of " + Evidence.number(median()) + ", the median of " + values.size() + " dates)");
        return value >= low() && value <= high()
                ? RuleResult.passed(rule.name(), rule.consequence(), evidence)
                : RuleResult.failed(rule.name(), rule.consequence(), evidence);
    }

    private RuleResult learning(double value, String why) {
        var evidence = Evidence.of(Evidence.number(value) + ", still learning: " + why, "");
        return RuleResult.learning(rule.name(), rule.consequence(), evidence);
    }

    private double median() {
        var middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    /** Of a median below zero more percent are less. */
    private double low() {
        return Math.min(median() * rule.least(), median() * rule.most()) / PERCENT;
    }

    private double high() {
        return Math.max(median() * rule.least(), median() * rule.most()) / PERCENT;
    }
}
