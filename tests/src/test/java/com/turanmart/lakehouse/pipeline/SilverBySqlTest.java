package com.turanmart.lakehouse.pipeline;

import static com.turanmart.lakehouse.pipeline.LibraryLoans.MONDAY;
import static com.turanmart.lakehouse.pipeline.LibraryLoans.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Loan;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Night;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lookup in silver that is a YAML and a SQL file: incremental like every other table (L5, L6, L10). */
class SilverBySqlTest {
    private static final LocalDate SUNDAY = MONDAY.minusDays(1);

    @TempDir
    private static Path folder;

    private static LibraryLoans library;
    private static Night second;
    private static List<String> grown;
    private static List<String> rebuilt;

    @BeforeAll
    static void nights() {
        library = new LibraryLoans(folder);
        library.tables();
        library.declare("tables/bronze/towns.yaml", """
                        table: bronze.towns
                        description: Where a branch is.
                        owner: lending
                        landing: {path: "towns/dt={date}/*.csv", format: csv}
                        columns: [branch, town, version]
                        """)
                .declare("tables/silver/towns.yaml", """
                        table: silver.towns
                        description: One row per branch.
                        owner: lending
                        inputs: [bronze.towns]
                        grain: [branch]
                        columns:
                          - {name: branch, from: branch, type: string}
                          - {name: town, from: town, type: string, required: true}
                          - {name: version, from: version, type: int}
                        write: {latest_by: [version]}
                        """)
                .declare("tables/silver/loans_in_towns.yaml", """
                        table: silver.loans_in_towns
                        description: One row per loan, with its town.
                        owner: lending
                        inputs: [silver.loans, silver.towns]
                        grain: [lent_on, loan_id]
                        unit: lent_on
                        touched:
                          silver.loans: lent_on
                          silver.towns: SELECT l.lent_on FROM changed JOIN silver.loans AS l ON l.branch = changed.branch
                        quality:
                          block: ['IsComplete "town"']
                        """)
                .declare("sql/silver/loans_in_towns.sql", """
                        SELECT loans.lent_on, loans.loan_id, towns.town, loans.fee
                        FROM silver.loans
                        JOIN silver.towns ON towns.branch = loans.branch
                        """)
                .declare("tables/gold/loans_by_town.yaml", """
                        table: gold.loans_by_town
                        description: Loans per day and town.
                        owner: lending
                        group: lending
                        inputs: [silver.loans_in_towns]
                        grain: [lent_on, town]
                        unit: lent_on
                        touched: {silver.loans_in_towns: lent_on}
                        """)
                .declare("sql/gold/loans_by_town.sql", """
                        SELECT lent_on, town, count(*) AS loans
                        FROM silver.loans_in_towns
                        GROUP BY lent_on, town
                        """);
        towns(MONDAY, "branch,town,version\neast,Essen,1\nwest,Wesel,1\n");
        library.deliver(
                MONDAY,
                "all.csv",
                new Loan(1, "east", SUNDAY, 0, 1),
                new Loan(2, "east", MONDAY, 5, 1),
                new Loan(3, "west", MONDAY, 5, 1));
        assertThat(library.run(MONDAY).exitCode()).isEqualTo(ExitCode.DONE);
        towns(TUESDAY, "branch,town,version\nwest,Wels,2\n");
        library.deliver(TUESDAY, "all.csv", new Loan(4, "west", TUESDAY, 5, 1));
        second = library.run(TUESDAY);
        grown = rows();
        library.forget("silver/loans_in_towns").forget("gold/loans_by_town");
        assertThat(library.run(TUESDAY).exitCode()).isEqualTo(ExitCode.DONE);
        rebuilt = rows();
    }

    @Test
    void onlyTheUnitsThatChangedRowsTouchAreComputed() {
        assertThat(second.exitCode()).as(second.err()).isEqualTo(ExitCode.DONE);
        assertThat(second.out())
                .containsPattern("silver.loans_in_towns +loaded +3 in")
                .containsPattern("gold.loans_by_town +published +3 in");
    }

    @Test
    void l5ItEqualsARebuild() {
        assertThat(grown)
                .isEqualTo(rebuilt)
                .containsExactly(
                        "2026-05-03,1,Essen,0.00",
                        "2026-05-03,Essen,1",
                        "2026-05-04,2,Essen,0.05",
                        "2026-05-04,3,Wels,0.05",
                        "2026-05-04,Essen,1",
                        "2026-05-04,Wels,1",
                        "2026-05-05,4,Wels,0.05",
                        "2026-05-05,Wels,1");
    }

    private static List<String> rows() {
        return List.of("silver.loans_in_towns", "gold.loans_by_town").stream()
                .flatMap(table -> library.tables().read(table).collectAsList().stream())
                .map(row -> row.mkString(","))
                .sorted()
                .toList();
    }

    private static void towns(LocalDate day, String text) {
        LibraryLoans.write(
                library.root().resolve("landing/towns/dt=" + day + "/towns.csv"),
                text.getBytes(StandardCharsets.UTF_8));
    }
}
