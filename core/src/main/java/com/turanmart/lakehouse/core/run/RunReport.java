package com.turanmart.lakehouse.core.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.turanmart.lakehouse.core.fault.ExitCode;
import java.util.List;
import java.util.Map;

/** All that one run did; the same for the summary on screen, for {@code --json} and for the run log. */
public record RunReport(Run run, double seconds, List<StepReport> steps) {
    private static final List<ExitCode> WORST_FIRST = List.of(
            ExitCode.DEFECT,
            ExitCode.NEEDS_A_PERSON,
            ExitCode.WRONG_CALL,
            ExitCode.REFUSED,
            ExitCode.SAFE_TO_RERUN,
            ExitCode.LEASED,
            ExitCode.HELD,
            ExitCode.WAITING);
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @JsonPropertyOrder
    private record Json(
            int schema,
            String run,
            String date,
            String startedAt,
            double seconds,
            int exitCode,
            boolean published,
            List<JsonStep> steps) {}

    private record JsonStep(
            String layer,
            String table,
            String outcome,
            int exitCode,
            double seconds,
            Map<String, Long> rows,
            List<String> notes) {}

    /** The exit code of the worst step. */
    public ExitCode exitCode() {
        return WORST_FIRST.stream()
                .filter(code -> steps.stream().anyMatch(step -> step.result().exitCode() == code))
                .findFirst()
                .orElse(ExitCode.DONE);
    }

    public List<StepReport> with(Outcome outcome) {
        return steps.stream().filter(step -> step.result().outcome() == outcome).toList();
    }

    /** The report for machines; docs/run-report.md says what each field means. */
    public String toJson() {
        var json = new Json(
                1,
                run.id(),
                run.date().toString(),
                run.startedAt().toString(),
                seconds,
                exitCode().number(),
                !with(Outcome.PUBLISHED).isEmpty(),
                steps.stream().map(RunReport::json).toList());
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }

    private static JsonStep json(StepReport step) {
        var counts = step.result().counts();
        return new JsonStep(
                step.layer(),
                step.table(),
                step.result().outcome().word(),
                step.result().exitCode().number(),
                step.seconds(),
                counts.byName(),
                step.result().notes());
    }
}
