package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import picocli.CommandLine.Option;

/** How many lines a list has at most; a mixin of the commands that list. */
final class LimitOption {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many at most. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    int atLeastOne() {
        if (limit < 1) {
            throw new Refusal(ExitCode.WRONG_CALL, "--limit: " + limit + " shows nothing. Name 1 or more.");
        }
        return limit;
    }
}
