package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import picocli.CommandLine.Option;

/** Why something is published, and who answers for it; a mixin of the commands by which a person does so. */
final class AccountOptions {
    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept and shown.")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who answers; it is kept and shown.")
    private String by = "";

    void require() {
        if (reason.isBlank() || by.isBlank()) {
            throw new Refusal(ExitCode.WRONG_CALL, "--reason and --by: say why, and who answers for it.");
        }
    }

    String reason() {
        return reason;
    }

    String by() {
        return by;
    }
}
