package com.turanmart.lakehouse.pipeline;

import static com.turanmart.lakehouse.pipeline.LibraryLoans.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Loan;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Night;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables by SQL over data sets of which no row came yet: of one that nobody owes, and of one that somebody does. */
class OwedTest {
    @TempDir
    private static Path folder;

    private static LibraryLoans library;
    private static Night unowed;
    private static Night owed;

    @BeforeAll
    static void nights() {
        library = new LibraryLoans(folder);
        library.tables();
        library.declare("tables/bronze/visits.yaml", """
                        table: bronze.visits
                        description: Who came in.
                        owner: lending
                        landing: {path: "visits/dt={date}/*.csv", format: csv}
                        columns: [id, day]
                        """).declare("tables/silver/visits.yaml", """
                        table: silver.visits
                        description: Who came in.
                        owner: lending
                        inputs: [bronze.visits]
                        grain: [id]
                        columns:
                          - {name: id, from: id, type: bigint}
                          - {name: day, from: day, type: date, required: true}
                        write: {latest_by: [day]}
                        """);
        library.declare("tables/silver/visits_daily.yaml", """
                        table: silver.visits_daily
                        description: Visits per day.
                        owner: lending
                        inputs: [silver.loans, silver.visits]
                        grain: [day]
                        unit: day
                        touched: {silver.visits: day, silver.loans: lent_on}
                        """)
                .declare("sql/silver/visits_daily.sql", """
                        SELECT v.day, count(*) AS visits
                        FROM silver.visits AS v
                        JOIN silver.loans AS l ON l.lent_on = v.day
                        GROUP BY v.day
                        """)
                .declare("tables/gold/visits.yaml", """
                        table: gold.visits
                        description: Visits per day.
                        owner: lending
                        group: doors
                        inputs: [silver.loans, silver.visits_daily]
                        grain: [day]
                        unit: day
                        touched: {silver.visits_daily: day, silver.loans: lent_on}
                        """)
                .declare("sql/gold/visits.sql", """
                        SELECT v.day, sum(v.visits) AS visits
                        FROM silver.visits_daily AS v
                        JOIN silver.loans AS l ON l.lent_on = v.day
                        GROUP BY v.day
                        """);
        library.declare("tables/gold/visitors.yaml", """
                        table: gold.visitors
                        description: Visitors per day.
                        owner: lending
                        group: doors
                        inputs: [silver.visits]
                        grain: [day]
                        unit: day
                        touched: {silver.visits: day}
                        """)
                .declare("sql/gold/visitors.sql", "SELECT day, count(*) AS visitors FROM silver.visits GROUP BY day\n");
        owed = library.run(MONDAY);
        library.deliver(MONDAY, "all.csv", new Loan(1, "east", MONDAY, 5, 1));
        unowed = library.run(MONDAY);
    }

    @Test
    void rowsThatNobodyOwesAreWaitedForInTimeAndOtherGroupsArePublished() {
        assertThat(unowed.exitCode()).as(unowed.out() + unowed.err()).isEqualTo(ExitCode.DONE);
        assertThat(unowed.out())
                .containsPattern(
                        "gold.visits +waiting .*\n +No rows yet in silver.visits_daily, and nobody owes them.\n")
                .containsPattern(
                        "silver.visits_daily +waiting .*\n +No rows yet in silver.visits, and nobody owes them.\n")
                .doesNotContain(" blocked ")
                .contains("\n\nPUBLISHED: gold.loans_daily\nrun r-");
        assertThat(library.tables().count("gold.visits")).isZero();
    }

    @Test
    void rowsThatSomebodyOwesAreWaitedForWithAnExitCode() {
        assertThat(owed.exitCode()).as(owed.out() + owed.err()).isEqualTo(ExitCode.WAITING);
        assertThat(owed.out())
                .containsPattern("silver.visits_daily +waiting .*\n +No rows yet in silver.loans, silver.visits\\.\n")
                .contains("\n\nWAITING: ");
    }
}
