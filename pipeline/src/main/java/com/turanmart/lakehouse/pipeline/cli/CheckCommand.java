package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lakehouse check}: every problem of the configuration, without starting Spark. */
@Command(
        name = "check",
        description = "Tells every problem of the configuration, before anything is started.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class CheckCommand implements Subcommand {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Override
    public ExitCode call() {
        var configuration = options.read();
        command.commandLine()
                .getOut()
                .printf(
                        "No problem in %d tables. Environment: %s Root: %s%n",
                        configuration.tables().size(),
                        configuration.environment().description(),
                        configuration.environment().root());
        return ExitCode.DONE;
    }
}
