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
    private static final Duration TOLD_FOR = Duration.ofDays(1);

    static Due of(Deadline deadline, LocalDate date) {
        var moment = date.plusDays(1).atTime(deadline.at()).atZone(deadline.zone());
        return new Due(moment.toInstant(), deadline.at() + " " + deadline.zone());
    }

    /** What a person has to know of it; empty when it came in time, when nobody owes it, and for dates long past. */
    Optional<String> note(StepResult result, Instant now) {
        var isInTime = result.outcome() == Outcome.UNCHANGED
                || (result.outcome() == Outcome.PUBLISHED && now.isBefore(moment));
        var isOwedByNobody = result.outcome() == Outcome.WAITING && result.exitCode() == ExitCode.DONE;
        return isInTime || isOwedByNobody || now.isAfter(moment.plus(TOLD_FOR))
                ? Optional.empty()
                : Optional.of("due " + words + ", " + span(Duration.between(now, moment)));
    }

    private static String span(Duration ahead) {
        var span = ahead.abs();
        var hours = span.toHours() == 0 ? "" : span.toHours() + " h ";
        return hours + span.toMinutesPart() + " min" + (ahead.isNegative() ? " ago" : " from now");
    }
}
