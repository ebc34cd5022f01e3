package com.turanmart.lakehouse.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.HistoryRule;
import com.turanmart.lakehouse.core.conf.Yaml;
import com.turanmart.lakehouse.quality.Measurement.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
    private static final HistoryRule WEEKLY =
            Yaml.read(HistoryRule.class, "{metric: row_count, window: 4, least: 50, most: 150}");
    private static final HistoryRule DAILY =
            Yaml.read(HistoryRule.class, "{metric: row_count, against: last_days, window: 5, least: 50, most: 150}");

    private final List<Measurement> past = new ArrayList<>();

    @Test
    void withTooFewDatesItIsStillLearning() {
        night(MONDAY.minusWeeks(1), 100);
        night(MONDAY.minusWeeks(2), 100);

        var result = judge(WEEKLY, 0);

        assertThat(result.outcome()).isEqualTo(RuleResult.Outcome.LEARNING);
        assertThat(result.line())
                .isEqualTo("learning: RowCount against the same weekday: 0, still learning: 2 of 3 accepted dates are"
                        + " there");
    }

    @Test
    void aFirstRunHasNothingToCompareWithAndPasses() {
        assertThat(judge(WEEKLY, 7).holds()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"49, false", "50, true", "100, true", "150, true", "151, false"})
    void whatIsWithinItsPercentOfTheMedianPasses(double value, boolean passes) {
        weeks(90, 100, 5000);

        assertThat(judge(WEEKLY, value).hasFailed()).isNotEqualTo(passes);
    }

    @Test
    void aFailureTellsTheBoundsAndWhereTheyComeFrom() {
        weeks(900, 1100, 1300, 1500);

        assertThat(judge(WEEKLY, 37).line())
                .isEqualTo("held: RowCount against the same weekday: 37, expected 600 to 1,800 (50 % to 150 % of 1,200,"
                        + " the median of 4 dates)");
    }

    @Test
    void ofAMedianBelowZeroTheBoundsAreInOrder() {
        weeks(-100, -100, -100);

        assertThat(judge(WEEKLY, -120).hasFailed()).isFalse();
        assertThat(judge(WEEKLY, -40).hasFailed()).isTrue();
    }

    @Test
    void onlyTheSameWeekdayCountsOrTheLastDays() {
        for (var day = 1; day <= 40; day++) {
            night(MONDAY.minusDays(day), day);
        }

        assertThat(Baseline.of(WEEKLY, MONDAY, past).values()).containsExactly(7.0, 14.0, 21.0, 28.0);
        assertThat(Baseline.of(DAILY, MONDAY, past).values()).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    }

    @Test
    void aSmallMedianIsNoMeasureAndALargeOneIs() {
        var enough = Yaml.read(HistoryRule.class, "{metric: row_count, window: 4, volume: 20}");
        weeks(19, 19, 19);

        assertThat(judge(enough, 0).line())
                .isEqualTo(
                        "learning: RowCount against the same weekday: 0, still learning: a median of 19 is below 20");
        past.clear();
        weeks(20, 20, 20);
        assertThat(judge(enough, 0).hasFailed()).isTrue();
    }

    @Test
    void endsOfMonthsAreComparedWithEachOtherAlone() {
        var monthly = Yaml.read(
                HistoryRule.class, "{metric: row_count, against: last_days, window: 3, at_least: 3, month_ends: true}");
        var february = LocalDate.of(2026, 2, 28);
        for (var day = february; day.isBefore(LocalDate.of(2026, 6, 30)); day = day.plusDays(1)) {
            night(day, day.getMonthValue() * 100 + day.getDayOfMonth());
        }

        assertThat(baseline(monthly, LocalDate.of(2026, 6, 30))).containsExactly(331.0, 430.0, 531.0);
        assertThat(baseline(monthly, LocalDate.of(2026, 6, 2))).containsExactly(530.0, 601.0);
        assertThat(Baseline.of(monthly, LocalDate.of(2026, 4, 30), past)
                        .judge(900)
                        .outcome())
                .isEqualTo(RuleResult.Outcome.LEARNING);
        assertThat(monthly.since(LocalDate.of(2026, 6, 30))).isBeforeOrEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void itLearnsFromAcceptedRunsOnly() {
        night(MONDAY.minusDays(3), 1);
        past.add(new Measurement(MONDAY.minusDays(2), noonAfter(MONDAY.minusDays(2)), 2, State.HELD));
        past.add(new Measurement(MONDAY.minusDays(1), noonAfter(MONDAY.minusDays(1)), 3, State.OVERRIDDEN));

        assertThat(Baseline.of(DAILY, MONDAY, past).values()).containsExactly(1.0);
    }

    @Test
    void theNewestResultOfADateCounts() {
        night(MONDAY.minusDays(1), 1);
        past.add(new Measurement(
                MONDAY.minusDays(1), noonAfter(MONDAY.minusDays(1)).plusSeconds(60), 2, State.ACCEPTED));

        assertThat(Baseline.of(DAILY, MONDAY, past).values()).containsExactly(2.0);
    }

    @Test
    void aBackfillMovesNoBaseline() {
        night(MONDAY.minusDays(3), 1);
        night(MONDAY.minusDays(2), 2);
        past.add(new Measurement(MONDAY.minusDays(3), noonAfter(MONDAY), 900, State.ACCEPTED));

        assertThat(Baseline.of(DAILY, MONDAY, past).values()).containsExactly(1.0, 2.0);
    }

    @Test
    void aBackfillIsNotJudgedByDatesAfterIt() {
        night(MONDAY.minusDays(3), 1);
        night(MONDAY.minusDays(2), 2);
        night(MONDAY, 900);

        assertThat(Baseline.of(DAILY, MONDAY.minusDays(1), past).values()).containsExactly(1.0, 2.0);
    }

    private void weeks(double... values) {
        for (var week = 0; week < values.length; week++) {
            night(MONDAY.minusWeeks(week + 1L), values[week]);
        }
    }

    private void night(LocalDate date, double value) {
        past.add(new Measurement(date, noonAfter(date), value, State.ACCEPTED));
    }

    private static Instant noonAfter(LocalDate date) {
        return date.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private List<Double> baseline(HistoryRule rule, LocalDate date) {
        return Baseline.of(rule, date, past).values();
    }

    private RuleResult judge(HistoryRule rule, double value) {
        return Baseline.of(rule, MONDAY, past).judge(value);
    }
}
