package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.Deadline;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When a mart of a data date must be there: on the morning after it. */
record Due(Instant moment, String words) {
    private static final Duration MORNING = Duration.ofDays(1);

    static Due of(Deadline deadline, LocalDate date) {
        var moment = date.plusDays(1).atTime(deadline.at()).atZone(deadline.zone());
        return new Due(moment.toInstant(), deadline.at() + " " + deadline.zone());
    }

    /** What a person has to know of it; empty when the mart is there in time, and for dates long past. */
    Optional<String> note(StepResult result, Instant now) {
        if (now.isAfter(moment.plus(MORNING))) {
            return Optional.empty();
        }
        var gap = Duration.between(now, moment);
        if (result.outcome() == Outcome.PUBLISHED) {
            return gap.isNegative()
                    ? Optional.of("late by " + span(gap.negated()) + ", due " + words)
                    : Optional.empty();
        }
        var isOwed = result.outcome() != Outcome.WAITING || result.exitCode() != ExitCode.DONE;
        if (result.outcome().letsDependentsRun() || !isOwed) {
            return Optional.empty();
        }
        return Optional.of(
                gap.isNegative()
                        ? "overdue since " + words + ", " + span(gap.negated())
                        : "due in " + span(gap) + ", " + words);
    }

    private static String span(Duration duration) {
        return duration.toHours() == 0
                ? duration.toMinutesPart() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
