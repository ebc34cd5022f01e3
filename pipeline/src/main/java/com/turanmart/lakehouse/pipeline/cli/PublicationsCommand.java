package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.table.TableVersion;
import com.turanmart.lakehouse.pipeline.Publication;
import com.turanmart.lakehouse.pipeline.PublishedGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lakehouse publications}: what was published when, group by group. */
@Command(
        name = "publications",
        description = "Lists what was published, the newest first: when, by which run, and the version of each table.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class PublicationsCommand implements Subcommand {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Parameters(arity = "0..1", paramLabel = "GROUP", description = "One group only; without it all of them.")
    private Optional<String> group = Optional.empty();

    @Mixin
    private LimitOption limit = new LimitOption();

    @Override
    public ExitCode call() {
        var out = command.commandLine().getOut();
        var atMost = limit.atLeastOne();
        var publications = PublishedGroups.open(options.read()).latest(group, atMost);
        if (publications.isEmpty()) {
            out.println("No publication.");
            return ExitCode.DONE;
        }
        var lines = new ArrayList<>(List.of(List.of("group", "id", "published (UTC)", "data date", "run", "tables")));
        publications.forEach(publication -> lines.add(row(publication)));
        Columns.aligned(lines).forEach(out::println);
        return ExitCode.DONE;
    }

    private static List<String> row(Publication publication) {
        return List.of(
                publication.group(),
                "" + publication.id(),
                Columns.time(publication.publishedAt()),
                publication.date().toString(),
                publication.run(),
                tables(publication)
                        + publication
                                .restores()
                                .map(earlier -> "; rollback to " + earlier.id() + " by " + Columns.shown(earlier.by())
                                        + ": " + Columns.shown(earlier.reason()))
                                .orElse(""));
    }

    static String tables(Publication publication) {
        return publication.tables().stream().map(TableVersion::toString).collect(Collectors.joining(", "));
    }
}
