package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.pipeline.Nights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lakehouse run}: one night, from what has landed to what is published. */
@Command(
        name = "run",
        description = "Runs the night of a data date: loads what has landed up to it, refines it, publishes or holds.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class RunCommand implements Subcommand {
    private static final ZoneOffset FIRST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(14);

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--date", required = true, paramLabel = "DATE", description = "The data date, as 2026-01-31.")
    private String date = "";

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the report to this file, for machines.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--sweep",
            description = "Also looks for files of all earlier dates, not only of the last days; dear, say weekly.")
    private boolean sweep;

    @Option(
            names = "--rebuild",
            paramLabel = "TABLE",
            split = ",",
            description =
                    "Computes a mart or another table by SQL as a whole, whatever has changed; several with commas.")
    private List<String> rebuild = List.of();

    @Override
    public ExitCode call() {
        var day = day();
        json.ifPresent(RunCommand::requireWritable);
        var configuration = options.read();
        var anew = rebuild.stream().map(name -> anew(name, configuration)).collect(Collectors.toSet());
        var console = Console.of(command.commandLine());
        try (var nights = Nights.open(configuration, console)) {
            var report = nights.run(day, sweep, anew);
            console.summary(report);
            json.ifPresent(file -> write(file, report));
            return report.exitCode();
        }
    }

    private LocalDate day() {
        var day = Dates.parse("--date", date);
        if (day.isAfter(LocalDate.now(FIRST_TO_BEGIN_A_DAY))) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    "--date: " + day + " has begun nowhere yet. Name the day of the data, today or an earlier one.");
        }
        return day;
    }

    private static TableName anew(String name, Configuration configuration) {
        var bySql = configuration.tables(SqlTable.class).stream()
                .map(SqlTable::table)
                .toList();
        return bySql.stream()
                .filter(table -> table.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_CALL,
                        "--rebuild: '" + name + "' is no declared table by SQL, and only those are computed anew"
                                + Nearest.remedy(
                                        name,
                                        bySql.stream().map(TableName::toString).toList())));
    }

    /** Asked before the night: a report that cannot be written must not be found out after it. */
    private static void requireWritable(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
            throw new Refusal(
                    ExitCode.WRONG_CALL, "--json: cannot write " + file + ". Name a file in a folder that exists.");
        }
    }

    private static void write(Path file, RunReport report) {
        try {
            Files.writeString(file, report.toJson());
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.SAFE_TO_RERUN,
                    "--json: cannot write " + file + ": " + e.getMessage()
                            + ". The run itself has ended and its report is in ops/runs.",
                    e);
        }
    }
}
