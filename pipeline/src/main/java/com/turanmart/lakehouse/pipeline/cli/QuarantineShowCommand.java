package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.QuarantineDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lakehouse quarantine show}: single rows of one table. */
@Command(
        name = "show",
        description = "Shows quarantined rows of a table: where they stand and why they are here.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class QuarantineShowCommand implements Subcommand {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--table", required = true, paramLabel = "TABLE", description = "The table, as silver.loans.")
    private String table = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Only rows whose reason contains this text.")
    private Optional<String> reason = Optional.empty();

    @Mixin
    private LimitOption limit = new LimitOption();

    @Override
    public ExitCode call() {
        var out = command.commandLine().getOut();
        var atMost = limit.atLeastOne();
        try (var desk = QuarantineDesk.open(options.read())) {
            var rows = desk.show(table, reason, atMost);
            if (rows.isEmpty()) {
                out.println("No such quarantined row.");
                return ExitCode.DONE;
            }
            var lines = new ArrayList<>(List.of(List.of("id", "state", "line", "file", "value", "reason")));
            rows.forEach(row -> lines.add(List.of(
                    row.id(),
                    row.state().word(),
                    "" + row.origin().line(),
                    row.origin().file(),
                    row.raw().map(Columns::shown).orElse(""),
                    row.reason())));
            Columns.aligned(lines).forEach(out::println);
            return ExitCode.DONE;
        }
    }
}
