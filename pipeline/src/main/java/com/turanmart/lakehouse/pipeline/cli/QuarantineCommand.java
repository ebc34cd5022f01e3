package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lakehouse quarantine}: rows that a table could not take, and what becomes of them. */
@Command(
        name = "quarantine",
        description = "Rows that a table could not take: which there are, why, and what becomes of them.",
        subcommands = {
            QuarantineListCommand.class,
            QuarantineShowCommand.class,
            QuarantineExplainCommand.class,
            QuarantineReleaseCommand.class,
            QuarantineDiscardCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class QuarantineCommand implements Subcommand {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public ExitCode call() {
        return Lakehouse.withoutCommand(command.commandLine());
    }
}
