package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Release;
import com.turanmart.lakehouse.pipeline.ReleaseDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lakehouse release}. */
@Command(
        name = "release",
        description = "Lets a held group of marts be published by the next runs although one rule fails, for a while.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class ReleaseCommand implements Subcommand {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Parameters(paramLabel = "GROUP", description = "The group of marts that is held.")
    private String group = "";

    @Option(names = "--run", required = true, paramLabel = "RUN", description = "The run in which the rule held it.")
    private String run = "";

    @Option(names = "--rule", required = true, paramLabel = "TEXT", description = "The rule as that run names it.")
    private String rule = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept and shown.")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who answers; it is kept and shown.")
    private String by = "";

    @Option(
            names = "--expires",
            required = true,
            paramLabel = "DATE",
            description = "The last day on which it counts, as 2026-01-31.")
    private String expires = "";

    @Override
    public ExitCode call() {
        if (reason.isBlank() || by.isBlank()) {
            throw new Refusal(ExitCode.WRONG_CALL, "--reason and --by: say why, and who answers for it.");
        }
        var now = Instant.now();
        var release = new Release(
                group, run, rule, reason, by, now.toString(), lastDay(now).toString());
        try (var desk = ReleaseDesk.open(options.read())) {
            desk.add(release);
        }
        command.commandLine().getOut().println(group + " " + release + ". The next run publishes it.");
        return ExitCode.DONE;
    }

    private LocalDate lastDay(Instant now) {
        LocalDate day;
        try {
            day = LocalDate.parse(expires);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    ExitCode.WRONG_CALL, "--expires: '" + expires + "' is not a date. Write it as 2026-01-31.", e);
        }
        if (day.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            throw new Refusal(ExitCode.WRONG_CALL, "--expires: " + expires + " is over. Name today or a later day.");
        }
        return day;
    }
}
