package com.turanmart.lakehouse.core.run;

import com.turanmart.lakehouse.core.fault.ExitCode;
import java.util.Locale;

/** How a step ended. */
public enum Outcome {
    /** New rows are in the table. */
    LOADED(ExitCode.DONE),
    /** A mart has a new version that readers see. */
    PUBLISHED(ExitCode.DONE),
    /** Nothing has come since the last time; no commit was made. */
    UNCHANGED(ExitCode.DONE),
    /** A rule or an unreadable delivery stopped it; nothing of what is held is in the table. */
    HELD(ExitCode.HELD),
    /** A delivery that is owed has not come. */
    WAITING(ExitCode.WAITING),
    /** It was not started, because an input is held, waits or failed. */
    BLOCKED(ExitCode.DONE),
    /** Something broke; its exit code says whether running again is safe. */
    FAILED(ExitCode.DEFECT);

    private final ExitCode exitCode;

    Outcome(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    /** The word used in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** Whether tables that read this one may go on: they would else be built on less than what is owed. */
    public boolean letsDependentsRun() {
        return this == LOADED || this == PUBLISHED || this == UNCHANGED;
    }
}
