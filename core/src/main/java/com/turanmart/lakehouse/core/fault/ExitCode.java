package com.turanmart.lakehouse.core.fault;

/** What a scheduler learns from the end of the process; it may retry only {@link #SAFE_TO_RERUN} and {@link #LEASED}. */
public enum ExitCode {
    DONE(0),
    DEFECT(1),
    WRONG_CALL(2),
    HELD(3),
    WAITING(4),
    SAFE_TO_RERUN(5),
    NEEDS_A_PERSON(6),
    LEASED(7),
    REFUSED(8);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
