package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.Explanation;
import com.turanmart.lakehouse.pipeline.QuarantineDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lakehouse quarantine explain}: one row, its past and what would become of it today. */
@Command(
        name = "explain",
        description = "Tells what happened to a quarantined row, whether it would pass today, and what to do.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class QuarantineExplainCommand implements Subcommand {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Parameters(paramLabel = "ID", description = "The row's id, as 'quarantine show' tells it.")
    private String id = "";

    @Override
    public ExitCode call() {
        try (var desk = QuarantineDesk.open(options.read())) {
            print(desk.explain(id));
            return ExitCode.DONE;
        }
    }

    private void print(Explanation told) {
        var row = told.row();
        line(row.table().toString(), row.id() + ", " + row.state().word());
        line(
                "sent in",
                row.origin().file() + ", line " + row.origin().line() + " (sha256 "
                        + row.origin().sha256() + ")");
        line("put aside", Columns.time(row.at()) + " UTC by run " + row.run() + ": " + row.reason());
        told.decision()
                .ifPresent(made -> line(
                        "decided",
                        Columns.time(made.at()) + " UTC by " + made.by() + ": "
                                + made.action().word() + ", " + made.because()));
        line(
                "today",
                told.faults().isEmpty()
                        ? "it would come in"
                        : "it would be put aside: " + told.faults().get(0));
        line("what to do", remedy(told));
    }

    private static String remedy(Explanation told) {
        return switch (told.row().state()) {
            case RELEASED -> "run: the next run of the table reads it again";
            case DISCARDED -> "nothing; to take the decision back, release it";
            case RESOLVED -> "nothing; it was released and has come in";
            case OPEN -> whileOpen(told);
        };
    }

    private static String whileOpen(Explanation told) {
        if (told.isOutdone()) {
            return "discard it: the table has a row of its key that is as late, such as a correction";
        }
        return told.faults().isEmpty()
                ? "release it, and run"
                : "mend the rule in the table's file, then release it; or ask " + told.owner()
                        + " for a corrected delivery and discard it";
    }

    private void line(String what, String text) {
        command.commandLine().getOut().printf("%-12s  %s%n", what, text);
    }
}
