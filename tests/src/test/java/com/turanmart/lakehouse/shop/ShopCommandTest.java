package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.pipeline.cli.Subcommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ShopCommandTest {
    private final StringWriter out = new StringWriter();

    @TempDir
    private Path root;

    @Test
    void landsTheDaysAndSaysWhere() {
        ExitCode code = call("--from", "2026-01-02", "--days", "2", "--orders-per-day", "20", "--seed", "1");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .startsWith("Landed 2026-01-02 to 2026-01-03, 20 orders a day, dirt some.")
                .contains(root.resolve("landing/shop/orders").toString());
        assertThat(root.resolve("landing/shop/orders/dt=2026-01-03")).isDirectory();
        assertThat(root.resolve("truth/as_of=2026-01-03/finance_daily.csv")).isNotEmptyFile();
    }

    @Test
    void landsOnlyTheChosenDataSets() {
        call(
                "--from",
                "2026-01-02",
                "--days",
                "1",
                "--orders-per-day",
                "20",
                "--seed",
                "1",
                "--datasets",
                "refunds,courier/deliveries");

        assertThat(root.resolve("landing")).isDirectoryContaining("glob:**/{backoffice,courier}");
        assertThat(root.resolve("landing/backoffice/refunds/dt=2026-01-02/manifest.json"))
                .isNotEmptyFile();
        assertThat(root.resolve("landing/shop")).doesNotExist();
        assertThat(root.resolve("truth/as_of=2026-01-02/finance_daily.csv")).doesNotExist();
    }

    @Test
    void refusesADataSetThatIsNotKnown() {
        assertThatThrownBy(() -> call(
                        "--from",
                        "2026-01-02",
                        "--days",
                        "1",
                        "--orders-per-day",
                        "2",
                        "--seed",
                        "1",
                        "--datasets",
                        "orders,tills"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("--datasets: 'tills' is not a data set. Choose some of app/click_events, ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-13-01 | 1 | 1 | some  | --from: '2026-13-01' is not a date. Write it as 2026-01-01.
                    2026-01-01 | 0 | 1 | some  | --days: 0 is not possible. Choose 1 to 3650.
                    2026-01-01 | 1 | 0 | some  | --orders-per-day: 0 is not possible. Choose 1 to 5000000.
                    2026-01-01 | 1 | 1 | filth | --dirt: 'filth' is not a level. Choose one of none, some, heavy.
                    """)
    void refusesWhatItCannotLand(String from, String days, String orders, String dirt, String message) {
        assertThatThrownBy(() ->
                        call("--from", from, "--days", days, "--orders-per-day", orders, "--seed", "1", "--dirt", dirt))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.WRONG_CALL))
                .hasMessage(message);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void refusesAFileAsRoot() throws IOException {
        root = Files.createFile(root.resolve("file"));

        assertThatThrownBy(() -> call("--from", "2026-01-02", "--days", "1", "--orders-per-day", "2", "--seed", "1"))
                .isInstanceOf(Refusal.class)
                .hasMessage("--root: " + root + " is a file. Choose a folder.");
    }

    @Test
    void isFoundByTheCommandLine() {
        assertThat(ServiceLoader.load(Subcommand.class)).hasAtLeastOneElementOfType(ShopCommand.class);
    }

    private ExitCode call(String... arguments) {
        ShopCommand command = new ShopCommand();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(out));
        String[] all = new String[arguments.length + 2];
        all[0] = "--root";
        all[1] = root.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        line.parseArgs(all);
        return command.call();
    }
}
