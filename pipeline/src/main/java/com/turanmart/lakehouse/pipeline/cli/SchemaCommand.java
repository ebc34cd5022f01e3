package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lakehouse schema}: the reference page and the JSON Schemas of all configuration files. */
@Command(
        name = "schema",
        description = "Writes JSON Schemas for editors and reference.yaml, which shows every configuration key.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class SchemaCommand implements Subcommand {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--write",
            paramLabel = "DIR",
            required = true,
            description = "The configuration folder that gets schema/*.json and reference.yaml.")
    private Path folder = Path.of("");

    @Override
    public ExitCode call() {
        var files = Reference.files();
        files.forEach((name, text) -> {
            try {
                Files.createDirectories(folder.resolve("schema"));
                Files.writeString(folder.resolve(name), text);
            } catch (IOException e) {
                throw new Refusal(
                        ExitCode.WRONG_CALL, "Cannot write to " + folder.resolve(name) + ": " + e.getMessage(), e);
            }
        });
        command.commandLine().getOut().println("Wrote " + files.size() + " files to " + folder + ".");
        return ExitCode.DONE;
    }
}
