package com.turanmart.lakehouse.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.turanmart.lakehouse.core.fault.ExitCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunReportTest {
    private static final Run RUN =
            new Run("r-81", LocalDate.parse("2026-02-03"), Instant.parse("2026-02-04T01:02:03Z"));
    private static final List<ExitCode> WORST_FIRST = List.of(
            ExitCode.DEFECT,
            ExitCode.NEEDS_A_PERSON,
            ExitCode.WRONG_CALL,
            ExitCode.REFUSED,
            ExitCode.SAFE_TO_RERUN,
            ExitCode.LEASED,
            ExitCode.HELD,
            ExitCode.WAITING,
            ExitCode.DONE);

    @Test
    void aRunWithoutStepsIsDone() {
        assertThat(report().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"LOADED", "PUBLISHED", "UNCHANGED", "BLOCKED"})
    void whatWentWellOrWasNotStartedIsDone(Outcome outcome) {
        assertThat(report(StepResult.of(outcome)).exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void theWorstStepDecidesTheExitCodeWhereverItStands() {
        for (var worst = 0; worst < WORST_FIRST.size(); worst++) {
            var codes = new ArrayList<>(WORST_FIRST.subList(worst, WORST_FIRST.size()));
            Collections.reverse(codes);

            var report = report(codes.stream()
                    .map(code -> StepResult.failed(code, "because"))
                    .toArray(StepResult[]::new));

            assertThat(report.exitCode()).isEqualTo(WORST_FIRST.get(worst));
        }
    }

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void noExitCodeOfAStepIsOverlooked(ExitCode code) {
        assertThat(report(StepResult.failed(code, "because")).exitCode()).isEqualTo(code);
    }

    @Test
    void tellsMachinesWhatItTellsPeople() throws Exception {
        var json = json(report(
                StepResult.of(Outcome.LOADED, new Counts(21, 1, 2, 3, 4, 5, 6), List.of("one note")),
                StepResult.of(Outcome.HELD, "held")));

        assertThat(json.get("schema").intValue()).isEqualTo(1);
        assertThat(json.get("run").textValue()).isEqualTo("r-81");
        assertThat(json.get("date").textValue()).isEqualTo("2026-02-03");
        assertThat(json.get("started_at").textValue()).isEqualTo("2026-02-04T01:02:03Z");
        assertThat(json.get("seconds").doubleValue()).isEqualTo(12.5);
        assertThat(json.get("exit_code").intValue()).isEqualTo(3);
        assertThat(json.at("/steps/0/layer").textValue()).isEqualTo("silver");
        assertThat(json.at("/steps/0/table").textValue()).isEqualTo("silver.orders");
        assertThat(json.at("/steps/0/outcome").textValue()).isEqualTo("loaded");
        assertThat(json.at("/steps/0/exit_code").intValue()).isZero();
        assertThat(json.at("/steps/0/rows/superseded").longValue()).isEqualTo(5);
        assertThat(json.at("/steps/0/notes/0").textValue()).isEqualTo("one note");
        assertThat(json.at("/steps/1/outcome").textValue()).isEqualTo("held");
    }

    @Test
    void hasExactlyTheseFields() throws Exception {
        var json = json(report(StepResult.of(Outcome.UNCHANGED)));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("schema", "run", "date", "started_at", "seconds", "exit_code", "published", "steps");
        assertThat(json.at("/steps/0").fieldNames())
                .toIterable()
                .containsExactly("layer", "table", "outcome", "exit_code", "seconds", "rows", "notes");
    }

    @Test
    void aRunHasPublishedWhenAMartHas() throws Exception {
        assertThat(json(report(StepResult.of(Outcome.LOADED), StepResult.of(Outcome.PUBLISHED)))
                        .get("published")
                        .booleanValue())
                .isTrue();
        assertThat(json(report(StepResult.of(Outcome.LOADED), StepResult.of(Outcome.HELD)))
                        .get("published")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void findsItsStepsByTheirOutcome() {
        var report = report(
                StepResult.of(Outcome.HELD, "a"), StepResult.of(Outcome.LOADED), StepResult.of(Outcome.HELD, "b"));

        assertThat(report.with(Outcome.HELD))
                .extracting(step -> step.result().notes())
                .containsExactly(List.of("a"), List.of("b"));
    }

    private static RunReport report(StepResult... results) {
        return new RunReport(
                RUN,
                12.5,
                Stream.of(results)
                        .map(result -> new StepReport("silver", "silver.orders", 2.5, result))
                        .toList());
    }

    private static JsonNode json(RunReport report) throws Exception {
        return new JsonMapper().readTree(report.toJson());
    }
}
