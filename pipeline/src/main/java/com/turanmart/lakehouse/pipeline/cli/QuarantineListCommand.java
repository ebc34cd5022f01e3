package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.quarantine.State;
import com.turanmart.lakehouse.pipeline.QuarantineDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lakehouse quarantine list}: how many rows wait, of which table and why. */
@Command(
        name = "list",
        description = "Counts quarantined rows by table, state and reason, with the oldest and the newest.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class QuarantineListCommand implements Subcommand {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--table", paramLabel = "TABLE", description = "One table only, as silver.loans.")
    private Optional<String> table = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "One state only: open, released, discarded or resolved.")
    private Optional<State> state = Optional.empty();

    @Override
    public ExitCode call() {
        var out = command.commandLine().getOut();
        try (var desk = QuarantineDesk.open(options.read())) {
            var groups = desk.list(table, state);
            if (groups.isEmpty()) {
                out.println("No quarantined row.");
                return ExitCode.DONE;
            }
            var lines = new ArrayList<>(
                    List.of(List.of("table", "state", "rows", "oldest (UTC)", "newest (UTC)", "reason")));
            groups.forEach(group -> lines.add(List.of(
                    group.table().toString(),
                    group.state().word(),
                    String.format(Locale.ROOT, "%,d", group.rows()),
                    Columns.time(group.oldest()),
                    Columns.time(group.newest()),
                    group.reason())));
            Columns.aligned(lines).forEach(out::println);
            return ExitCode.DONE;
        }
    }
}
