package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.Publication;
import com.turanmart.lakehouse.pipeline.Rollback;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lakehouse publish}: what a person publishes, which is an earlier publication of a group. */
@Command(
        name = "publish",
        description =
                "Brings all tables of a group back to an earlier publication; the next run applies what came since.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class PublishCommand implements Subcommand {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--rollback", required = true, paramLabel = "GROUP", description = "The group that goes back.")
    private String group = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "ID",
            description = "The publication to go back to, as 'publications' tells it.")
    private long id;

    @Mixin
    private AccountOptions account = new AccountOptions();

    @Override
    public ExitCode call() {
        account.require();
        var made = Rollback.of(options.read(), group, new Publication.Restored(id, account.reason(), account.by()));
        command.commandLine()
                .getOut()
                .printf(
                        "%s: publication %d brings back publication %d: %s.%n"
                                + "The next run applies what came since; correct the cause before it.%n",
                        group, made.id(), id, PublicationsCommand.tables(made));
        return ExitCode.DONE;
    }
}
