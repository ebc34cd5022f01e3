package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.quarantine.Action;
import com.turanmart.lakehouse.pipeline.Choice;
import com.turanmart.lakehouse.pipeline.QuarantineDesk;
import com.turanmart.lakehouse.pipeline.Ruling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which quarantined rows a decision is about, and who makes it; a mixin of the commands that decide. */
final class DecisionOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "Rows by their ids, as 'quarantine show' tells them.")
    private List<String> ids = List.of();

    @Option(names = "--table", paramLabel = "TABLE", description = "Instead of ids: open rows of this table.")
    private Optional<String> table = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Of that table, rows whose reason contains this.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "Of these, rows of this landed file only.")
    private Optional<String> file = Optional.empty();

    @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why; it is kept.")
    private String because = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides; it is kept.")
    private String by = "";

    ExitCode make(Action action, ConfigurationOptions options) {
        var choice = choice();
        if (because.isBlank() || by.isBlank()) {
            throw new Refusal(ExitCode.WRONG_CALL, "--because and --by: say why, and who decides.");
        }
        try (var desk = QuarantineDesk.open(options.read())) {
            desk.decide(new Ruling(action, because, by), choice)
                    .forEach((decided, count) -> command.commandLine()
                            .getOut()
                            .printf(
                                    Locale.ROOT,
                                    "%s: %,d %s %s. %s%n",
                                    decided,
                                    count,
                                    count == 1 ? "row" : "rows",
                                    action == Action.RELEASE ? "released" : "discarded",
                                    action == Action.RELEASE
                                            ? "The next run takes it through today's rules again."
                                            : "It stays in quarantine with this decision."));
            return ExitCode.DONE;
        }
    }

    private Choice choice() {
        if (!ids.isEmpty() && table.isEmpty() && reason.isEmpty() && file.isEmpty()) {
            return new Choice.Ids(ids);
        }
        if (ids.isEmpty() && table.isPresent() && reason.isPresent()) {
            return new Choice.Reason(table.get(), reason.get(), file);
        }
        throw new Refusal(
                ExitCode.WRONG_CALL, "Name rows by their ids, or by --table and --reason (and --file), not both.");
    }
}
