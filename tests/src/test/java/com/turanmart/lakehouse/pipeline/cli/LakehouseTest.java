package com.turanmart.lakehouse.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.ManyMistakes;
import com.turanmart.lakehouse.core.conf.SoundFolder;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

class LakehouseTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "probe")
    record Probe(Callable<ExitCode> work) implements Subcommand {
        @Override
        public ExitCode call() throws Exception {
            return work.call();
        }
    }

    @Test
    void checkTellsWhatItReadWhenNothingIsWrong(@TempDir Path path) {
        var folder = new SoundFolder(path);

        var code = run("check", "--conf", folder.path().toString());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .isEqualTo("No problem in 3 tables. Environment: A folder of the tests. Root: lakehouse-data\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void checkTellsEveryProblemAndTheirCount(@TempDir Path path) {
        var folder = ManyMistakes.plant(new SoundFolder(path));

        var code = run("check", "--conf", folder.path().toString());

        assertThat(code).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().replace(path + "/", ""))
                .isEqualTo(String.join("\n", ManyMistakes.PROBLEMS)
                        + "\n14 problems in the configuration; nothing was started.\n");
    }

    @Test
    void checkTakesEnvironmentVariables(@TempDir Path path) {
        var folder = new SoundFolder(path);

        var code = Lakehouse.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Map.of("LAKEHOUSE_LANES", "many"),
                "check",
                "--conf",
                folder.path().toString());

        assertThat(code).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err.toString()).isEqualTo("""
                        LAKEHOUSE_LANES: invalid 'lanes': found 'many', expected a whole number
                        1 problem in the configuration; nothing was started.
                        """);
    }

    @Test
    void withoutACommandShowsThemAll() {
        var code = run();

        assertThat(code).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("Usage: lakehouse [-hV] [COMMAND]\n")
                .contains("  check ", "  schema ");
    }

    @Test
    void withoutACommandOfACommandShowsThemAll() {
        assertThat(run("quarantine")).isEqualTo(ExitCode.WRONG_CALL);

        assertThat(err.toString())
                .startsWith("Usage: lakehouse quarantine [-hV] [COMMAND]\n")
                .contains("  explain ");
    }

    @Test
    void aDayThatHasBegunNowhereHasNoNight() {
        var day = LocalDate.now(ZoneOffset.ofHours(14)).plusDays(2);

        assertThat(run("run", "--date", day.toString())).isEqualTo(ExitCode.WRONG_CALL);

        assertThat(err.toString())
                .isEqualTo("--date: " + day + " has begun nowhere yet. Name the day of the data, today or an earlier"
                        + " one.\n");
    }

    @Test
    void aReleaseForLongerThanAnybodyRemembersIsRefused() {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(94);

        assertThat(release(day.toString())).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(release("2026-02-30")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(release("2020-01-31")).isEqualTo(ExitCode.WRONG_CALL);

        assertThat(err.toString().lines())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0))
                        .startsWith("--expires: " + day + " is more than 92 days ahead. Name ")
                        .endsWith(" or an earlier day; what is right for longer is a change of the rule."))
                .satisfies(lines -> assertThat(lines.get(1)).contains("'2026-02-30' is not a date."))
                .satisfies(lines -> assertThat(lines.get(2)).contains("2020-01-31 is over."));
    }

    @Test
    void aListOfNothingIsRefused() {
        assertThat(run("publications", "--limit", "0")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(run("quarantine", "show", "--table", "silver.loans", "--limit", "-1"))
                .isEqualTo(ExitCode.WRONG_CALL);

        assertThat(err.toString())
                .isEqualTo("--limit: 0 shows nothing. Name 1 or more.\n--limit: -1 shows nothing. Name 1 or more.\n");
    }

    @Test
    void saysItsVersionAndTheEngines() {
        assertThat(run("--version")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString()).startsWith("lakehouse ").contains("\nSpark 3.5");
    }

    @Test
    void everyCommandHasHelp() {
        for (var subcommand : ServiceLoader.load(Subcommand.class)) {
            var name = subcommand.getClass().getAnnotation(Command.class).name();

            assertThat(run(name, "--help")).isEqualTo(ExitCode.DONE);
            assertThat(out.toString()).contains("Usage: lakehouse " + name + " ");
        }
    }

    @Test
    void aWrongFlagGetsOneLineAndAHint() {
        var code = run("check", "--cnf", "x");

        assertThat(code).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err.toString())
                .isEqualTo("lakehouse check: Unknown options: '--cnf', 'x'\nTry 'lakehouse check --help'.\n");
    }

    @Test
    void aMistypedCommandGetsTheOneThatWasMeant() {
        var code = run("chek");

        assertThat(code).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err.toString())
                .startsWith("lakehouse: Unmatched argument at index 0: 'chek'\nDid you mean: lakehouse check");
    }

    @Test
    void aRefusalIsItsMessageAndItsExitCode() {
        var code = probe(() -> {
            throw new Refusal(ExitCode.HELD, "silver.orders is held.");
        });

        assertThat(code).isEqualTo(ExitCode.HELD);
        assertThat(err.toString()).isEqualTo("silver.orders is held.\n");
    }

    @Test
    void aDefectShowsItsTraceAndAsksForAReport() {
        var code = probe(() -> {
            throw new IllegalStateException("boom");
        });

        assertThat(code).isEqualTo(ExitCode.DEFECT);
        assertThat(err.toString())
                .startsWith("java.lang.IllegalStateException: boom\n\tat ")
                .endsWith("lakehouse: this is a defect in the program. Please report it with the lines above.\n");
    }

    @Test
    void anErrorOfTheMachineIsADefectToo() {
        var code = probe(() -> {
            throw new OutOfMemoryError("Java heap space");
        });

        assertThat(code).isEqualTo(ExitCode.DEFECT);
        assertThat(err.toString()).startsWith("java.lang.OutOfMemoryError: Java heap space\n");
    }

    @Test
    void schemaWritesTheFilesOfAConfigurationFolder(@TempDir Path path) {
        var code = run("schema", "--write", path.toString());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("Wrote 6 files to " + path + ".\n");
        assertThat(path.resolve("schema")).isDirectoryContaining("glob:**/gold.json");
        assertThat(Files.exists(path.resolve("reference.yaml"))).isTrue();
    }

    private ExitCode run(String... args) {
        return Lakehouse.run(new PrintWriter(out), new PrintWriter(err), Map.of(), args);
    }

    private ExitCode release(String expires) {
        return run(
                "release", "finance", "--run", "r", "--rule", "x", "--reason", "y", "--by", "z", "--expires", expires);
    }

    private ExitCode probe(Callable<ExitCode> work) {
        return Lakehouse.run(new PrintWriter(out), new PrintWriter(err), Map.of(), List.of(new Probe(work)), "probe");
    }
}
