package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.quarantine.Action;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lakehouse quarantine release}. */
@Command(
        name = "release",
        description = "The next run of its table takes a row through the rules of that day again.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class QuarantineReleaseCommand implements Subcommand {
    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Mixin
    private DecisionOptions decision = new DecisionOptions();

    @Override
    public ExitCode call() {
        return decision.make(Action.RELEASE, options);
    }
}
