package com.turanmart.lakehouse.shop.demo;

import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.pipeline.cli.Console;
import com.turanmart.lakehouse.pipeline.cli.Subcommand;
import com.turanmart.lakehouse.pipeline.cli.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lakehouse demo}: the whole product on a small scale, in a folder of its own. */
@Command(
        name = "demo",
        description = "Lands three days of a demo shop and runs their nights; one delivery is held and corrected.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class DemoCommand implements Subcommand {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--root", paramLabel = "DIR", description = "A new or empty folder; without it a temporary one.")
    private Optional<Path> root = Optional.empty();

    @Option(names = "--s3", description = "The same on an S3 server that is started for it.")
    private boolean s3;

    @Override
    public ExitCode call() {
        var folder = folder();
        var home = Path.of(System.getProperty("lakehouse.home", ""));
        var variables = s3
                ? EmbeddedS3.start(home.resolve("tests/target/tools/s3proxy.jar"), folder.resolve("s3"))
                        .variables()
                : Map.of("LAKEHOUSE_ROOT", folder.toString());
        var configuration = Configurations.read(home.resolve("conf"), s3 ? "s3" : "demo", variables)
                .orRefuse();
        var out = command.commandLine().getOut();
        var console = Console.of(command.commandLine());
        out.println("The demo lives in " + folder);
        var end = new Demo(folder, configuration, out, console).play();
        out.println();
        out.println("Everything lies in " + folder + ": landing (what came), bronze, silver, gold (the tables),");
        out.println(
                "quarantine (rows that were put aside), ops (run log and file ledger), truth (what the shop knows).");
        if (!s3) {
            var again = "LAKEHOUSE_ROOT='" + folder + "' scripts/lakehouse run --env demo --date "
                    + Demo.FIRST_DAY.plusDays(2);
            out.println("Next: run the night again, nothing new is published:  " + again);
        }
        out.println(
                "      or read conf/tables/gold/finance_daily.yaml and conf/sql/gold/finance_daily.sql, change a rule,");
        out.println("      and check it:  scripts/lakehouse check");
        return end;
    }

    private Path folder() {
        try {
            if (root.isEmpty()) {
                return Files.createTempDirectory("lakehouse-demo-");
            }
            var folder = root.get().toAbsolutePath().normalize();
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new Refusal(ExitCode.WRONG_CALL, "--root: " + folder + " is not empty. Choose a new folder.");
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
