package com.turanmart.lakehouse.core.run;

import com.turanmart.lakehouse.core.fault.ExitCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one step did to one table.
 *
 * @param notes what a person should know, one line each
 */
public record StepResult(Outcome outcome, ExitCode exitCode, Counts counts, List<String> notes) {

    public static StepResult of(Outcome outcome, Counts counts, List<String> notes) {
        return new StepResult(outcome, outcome.exitCode(), counts, List.copyOf(notes));
    }

    public static StepResult of(Outcome outcome, String... notes) {
        return of(outcome, Counts.NONE, List.of(notes));
    }

    /** Waiting for something that is not late yet. */
    public static StepResult inTime(Counts counts, List<String> notes) {
        return new StepResult(Outcome.WAITING, ExitCode.DONE, counts, List.copyOf(notes));
    }

    /** The same, ended in another way. */
    public StepResult as(Outcome other) {
        return of(other, counts, notes);
    }

    /** The same with more to know. */
    public StepResult and(List<String> more) {
        return new StepResult(
                outcome,
                exitCode,
                counts,
                Stream.concat(notes.stream(), more.stream()).toList());
    }

    public static StepResult failed(ExitCode exitCode, String note) {
        return new StepResult(Outcome.FAILED, exitCode, Counts.NONE, List.of(note));
    }
}
