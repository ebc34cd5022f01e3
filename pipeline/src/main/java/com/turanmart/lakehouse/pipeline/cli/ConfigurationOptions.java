package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.Configurations;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which configuration a command works with; a mixin of every command that needs one. */
final class ConfigurationOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            description = "The configuration folder; without it the one of this installation.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--env",
            paramLabel = "NAME|FILE",
            defaultValue = "local",
            description = "A file of env/ by its name, or the path of another one. Default: ${DEFAULT-VALUE}.")
    private String environment = "local";

    /** scripts/lakehouse takes it away; it is declared so that --help tells of it. */
    @Option(names = "--verbose", description = "Shows on stderr what Spark logs.")
    void verbose(boolean asked) {}

    /** Refuses, with every problem, when the configuration has one. */
    Configuration read() {
        var lakehouse = (Lakehouse) command.root().userObject();
        return Configurations.read(
                        folder.orElseGet(ConfigurationOptions::installed), environment, lakehouse.variables())
                .orRefuse();
    }

    private static Path installed() {
        var home = Optional.ofNullable(System.getProperty("lakehouse.home"));
        return Path.of(home.orElse("")).resolve("conf");
    }
}
