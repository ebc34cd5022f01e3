package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.Failures;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code lakehouse} command line. */
@Command(
        name = "lakehouse",
        description = "Lands raw files, refines them and publishes marts, gates first.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Lakehouse {
    private final Map<String, String> variables;

    private Lakehouse(Map<String, String> variables) {
        this.variables = variables;
    }

    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, System.getenv(), args).number());
    }

    /** Runs one command as the process would, without ending the process. */
    public static ExitCode run(PrintWriter out, PrintWriter err, Map<String, String> variables, String... args) {
        return run(out, err, variables, ServiceLoader.load(Subcommand.class), args);
    }

    static ExitCode run(
            PrintWriter out,
            PrintWriter err,
            Map<String, String> variables,
            Iterable<Subcommand> subcommands,
            String... args) {
        var line = new CommandLine(new Lakehouse(variables));
        subcommands.forEach(line::addSubcommand);
        line.setOut(out).setErr(err).setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            return run(line, args);
        } catch (ParameterException e) {
            wrongCall(e, err);
            return ExitCode.WRONG_CALL;
        } catch (Throwable e) {
            return failed(e, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    Map<String, String> variables() {
        return variables;
    }

    private static ExitCode run(CommandLine line, String... args) throws Exception {
        var asked = line.parseArgs(args);
        if (CommandLine.printHelpIfRequested(asked)) {
            return ExitCode.DONE;
        }
        var command = innermost(asked).commandSpec();
        if (command.userObject() instanceof Subcommand subcommand) {
            return subcommand.call();
        }
        return withoutCommand(command.commandLine());
    }

    /** A scheduler that lost an argument must not take it for a night. */
    static ExitCode withoutCommand(CommandLine line) {
        line.usage(line.getErr());
        return ExitCode.WRONG_CALL;
    }

    private static ParseResult innermost(ParseResult asked) {
        return asked.hasSubcommand() ? innermost(asked.subcommand()) : asked;
    }

    private static ExitCode failed(Throwable problem, PrintWriter err) {
        var refusal = Failures.refusal(problem);
        if (refusal.isPresent()) {
            err.println(refusal.get().getMessage());
            return refusal.get().exitCode();
        }
        problem.printStackTrace(err);
        err.println("lakehouse: this is a defect in the program. Please report it with the lines above.");
        return ExitCode.DEFECT;
    }

    private static void wrongCall(ParameterException e, PrintWriter err) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        err.println(command + ": " + e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("Try '" + command + " --help'.");
        }
    }
}
