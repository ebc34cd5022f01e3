package com.turanmart.lakehouse.core.fault;

/** A "no" that an operator can act on: its message says place, problem and remedy, and is shown without a trace. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public Refusal(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public Refusal(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
