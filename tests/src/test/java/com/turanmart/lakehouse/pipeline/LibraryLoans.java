package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.cli.Lakehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The lakehouse of a public library: three tables that are nothing but configuration, and what they must show. */
public final class LibraryLoans {
    public static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
    public static final LocalDate TUESDAY = MONDAY.plusDays(1);

    /** One version of a loan; a book that comes back late gets a fee. */
    public record Loan(long id, String branch, LocalDate lentOn, long feeCents, int version) {
        String csv() {
            return id + "," + branch + "," + lentOn + "," + feeCents + "," + version;
        }
    }

    /** How one call of the command line ended. */
    public record Night(ExitCode exitCode, String out, String err, Path json) {}

    private static final String HEADER = "loan_id,branch,lent_on,fee_cents,version\n";

    private static final Map<String, String> FILES = Map.of(
            "env/local.yaml",
            """
            description: The library's own machine.
            root: nowhere
            lanes: 2
            """,
            "tables/bronze/desk_loans.yaml",
            """
            table: bronze.desk_loans
            description: Loans as the desks report them, one row per change.
            owner: lending
            landing:
              path: "desk/loans/dt={date}/*.csv*"
              format: csv
              expected: {cron: "0 1 * * *", zone: Europe/Berlin}
            columns: [loan_id, branch, lent_on, fee_cents, version]
            """,
            "tables/silver/loans.yaml",
            """
            table: silver.loans
            description: One row per loan.
            owner: lending
            inputs: [bronze.desk_loans]
            grain: [loan_id]
            columns:
              - {name: loan_id, from: loan_id, type: bigint}
              - {name: branch, from: branch, type: string, required: true}
              - {name: lent_on, from: lent_on, type: date, required: true}
              - {name: fee, from: fee_cents, type: "decimal(18,2)", minor_digits: 2, required: true}
              - {name: version, from: version, type: int, required: true}
            write: {latest_by: [version]}
            quality:
              quarantine: ['ColumnValues "branch" in ["east", "west"]']
              block: ['ColumnValues "fee" >= 0']
            """,
            "tables/gold/loans_daily.yaml",
            """
            table: gold.loans_daily
            description: Loans and fees per day and branch.
            owner: lending
            group: lending
            inputs: [silver.loans]
            grain: [lent_on, branch]
            unit: lent_on
            touched: {silver.loans: lent_on}
            quality:
              block: ['IsComplete "fees"']
            """,
            "sql/gold/loans_daily.sql",
            """
            SELECT lent_on, branch, count(*) AS loans, CAST(sum(fee) AS decimal(18, 2)) AS fees
            FROM silver.loans
            GROUP BY lent_on, branch
            """);

    private final Path root;
    private final Path conf;
    private final Map<Long, Loan> latest = new HashMap<>();

    /** A library whose landing zone is there and empty. */
    public LibraryLoans(Path folder) {
        root = folder.resolve("the library");
        conf = folder.resolve("the library's conf");
        FILES.forEach((file, text) -> write(conf.resolve(file), text.getBytes(StandardCharsets.UTF_8)));
        LakehouseUnderTest.folder(root.resolve("landing"));
    }

    public Path root() {
        return root;
    }

    public Path conf() {
        return conf;
    }

    /** The same tables by way of their names, for a look inside. */
    public LakehouseUnderTest tables() {
        return LakehouseUnderTest.inFolder(conf, root);
    }

    /** Delivers loans as one file, and remembers them for the truth. */
    public LibraryLoans deliver(LocalDate day, String name, Loan... loans) {
        know(loans);
        return deliver(day, name, csv(loans));
    }

    /** Delivers bytes of which the truth learns nothing. */
    public LibraryLoans deliver(LocalDate day, String name, byte[] bytes) {
        write(day(day).resolve(name), bytes);
        return this;
    }

    LibraryLoans know(Loan... loans) {
        for (var loan : loans) {
            latest.merge(loan.id(), loan, (one, other) -> one.version() > other.version() ? one : other);
        }
        return this;
    }

    Path day(LocalDate day) {
        return root.resolve("landing/desk/loans/dt=" + day);
    }

    static byte[] csv(Loan... loans) {
        var text = new StringBuilder(HEADER);
        List.of(loans).forEach(loan -> text.append(loan.csv()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** {@code lakehouse run} of a date, as a person calls it. */
    public Night run(LocalDate date) {
        return run(date, Map.of("LAKEHOUSE_ROOT", root.toString()));
    }

    Night run(LocalDate date, Map<String, String> variables) {
        var json = root.resolveSibling("report.json");
        return call(variables, "run", "--date", date.toString(), "--json", json.toString());
    }

    /** Any command about this library, as a person calls it. */
    public Night call(String... arguments) {
        return call(Map.of("LAKEHOUSE_ROOT", root.toString()), arguments);
    }

    private Night call(Map<String, String> variables, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = Lakehouse.run(
                new PrintWriter(out),
                new PrintWriter(err),
                variables,
                Stream.concat(Stream.of(arguments), Stream.of("--conf", conf.toString()))
                        .toArray(String[]::new));
        return new Night(exitCode, out.toString(), err.toString(), root.resolveSibling("report.json"));
    }

    /** Changes a file of its configuration; what is replaced must be there. */
    public LibraryLoans declare(String file, String text, String replacement) {
        try {
            var before = Files.readString(conf.resolve(file));
            assertThat(before).contains(text);
            return declare(file, before.replace(text, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a file to its configuration. */
    public LibraryLoans declare(String file, String text) {
        write(conf.resolve(file), text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Takes a table's folder away. */
    public LibraryLoans forget(String folder) {
        try (var files = Files.walk(root.resolve(folder))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the mart shows, a line for each day and branch. */
    public List<String> mart() {
        return tables().read("gold.loans_daily").collectAsList().stream()
                .map(row -> row.mkString(","))
                .sorted()
                .toList();
    }

    /** What the mart must show for all loans that were delivered. */
    public List<String> truth() {
        var loans = new TreeMap<String, Long>();
        var cents = new TreeMap<String, Long>();
        for (var loan : latest.values()) {
            var key = loan.lentOn() + "," + loan.branch();
            loans.merge(key, 1L, Long::sum);
            cents.merge(key, loan.feeCents(), Long::sum);
        }
        return loans.keySet().stream()
                .map(key -> key + "," + loans.get(key) + "," + BigDecimal.valueOf(cents.get(key), 2))
                .toList();
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
