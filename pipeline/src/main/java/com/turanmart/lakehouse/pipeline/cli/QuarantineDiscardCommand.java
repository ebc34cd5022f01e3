package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.quarantine.Action;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lakehouse quarantine discard}. */
@Command(
        name = "discard",
        description = "A row never comes in; it stays in quarantine with the decision.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class QuarantineDiscardCommand implements Subcommand {
    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Mixin
    private DecisionOptions decision = new DecisionOptions();

    @Override
    public ExitCode call() {
        return decision.make(Action.DISCARD, options);
    }
}
