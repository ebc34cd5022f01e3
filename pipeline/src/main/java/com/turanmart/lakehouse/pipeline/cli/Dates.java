package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Dates as options name them. */
final class Dates {
    private Dates() {}

    /** Refuses what is no date. */
    static LocalDate parse(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    ExitCode.WRONG_CALL, option + ": '" + text + "' is not a date. Write it as 2026-01-31.", e);
        }
    }
}
