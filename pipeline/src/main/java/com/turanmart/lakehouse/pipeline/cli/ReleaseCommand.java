package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Release;
import com.turanmart.lakehouse.pipeline.ReleaseDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private static final int LONGEST_DAYS = 92;

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

    @Mixin
    private AccountOptions account = new AccountOptions();

    @Option(
            names = "--expires",
            required = true,
            paramLabel = "DATE",
            description = "The last day on which it counts, as 2026-01-31.")
    private String expires = "";

    @Override
    public ExitCode call() {
        account.require();
        var now = Instant.now();
        var release = new Release(
                group,
                run,
                rule,
                account.reason(),
                account.by(),
                now.toString(),
                lastDay(LocalDate.ofInstant(now, ZoneOffset.UTC)).toString());
        try (var desk = ReleaseDesk.open(options.read())) {
            desk.add(release);
        }
        command.commandLine().getOut().println(group + " " + release + ". The next run publishes it.");
        return ExitCode.DONE;
    }

    private LocalDate lastDay(LocalDate today) {
        var day = Dates.parse("--expires", expires);
        if (day.isBefore(today)) {
            throw new Refusal(ExitCode.WRONG_CALL, "--expires: " + expires + " is over. Name today or a later day.");
        }
        var latest = today.plusDays(LONGEST_DAYS);
        if (day.isAfter(latest)) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    "--expires: " + expires + " is more than " + LONGEST_DAYS + " days ahead. Name " + latest
                            + " or an earlier day; what is right for longer is a change of the rule.");
        }
        return day;
    }
}
