package com.turanmart.lakehouse.pipeline;

import static com.turanmart.lakehouse.pipeline.LibraryLoans.MONDAY;
import static com.turanmart.lakehouse.pipeline.LibraryLoans.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Loan;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Night;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lakehouse about something quite different, which is configuration only (L10), in a folder with a space. */
class ToyLakehouseTest {
    @TempDir
    private static Path folder;

    private static LibraryLoans library;
    private static Night first;
    private static JsonNode report;
    private static Map<String, Long> versions;
    private static Night again;

    @BeforeAll
    static void nights() throws IOException {
        library = new LibraryLoans(folder);
        library.tables();
        library.deliver(
                        MONDAY,
                        "all desks.csv",
                        new Loan(1, "east", MONDAY, 0, 1),
                        new Loan(2, "west", MONDAY, 250, 1),
                        new Loan(2, "west", MONDAY, 325, 2))
                .deliver(TUESDAY, "east.csv", new Loan(3, "east", MONDAY, 10, 1), new Loan(4, "east", TUESDAY, 5, 1))
                .deliver(TUESDAY, "north.csv", LibraryLoans.csv(new Loan(5, "north", TUESDAY, 5, 1)));
        first = library.run(TUESDAY);
        report = new ObjectMapper().readTree(first.json().toFile());
        versions = library.tables().versions();
        again = library.run(TUESDAY);
    }

    @Test
    void itsFirstNightIsPublished() {
        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(library.mart())
                .isEqualTo(library.truth())
                .containsExactly("2026-05-04,east,2,0.10", "2026-05-04,west,1,3.25", "2026-05-05,east,1,0.05");
    }

    @Test
    void theSummaryBeginsWithWhatIsPublished() {
        var summary = first.out().substring(first.out().indexOf("\n\n") + 2);

        assertThat(summary).startsWith("PUBLISHED: gold.loans_daily\nrun r-").endsWith("exit code 0\n");
    }

    @Test
    void theReportForMachinesHasItsFields() {
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly("schema", "run", "date", "started_at", "seconds", "exit_code", "published", "steps");
        assertThat(report.path("schema").asInt()).isEqualTo(1);
        assertThat(report.path("date").asText()).isEqualTo("2026-05-05");
        assertThat(report.path("exit_code").asInt(-1)).isZero();
        assertThat(report.path("published").asBoolean()).isTrue();
        assertThat(report.path("steps")).hasSize(3);
    }

    @Test
    void theReportForMachinesTellsWhereRowsWent() {
        var silver = report.path("steps").get(1);

        assertThat(silver.fieldNames())
                .toIterable()
                .containsExactly("layer", "table", "outcome", "exit_code", "seconds", "rows", "notes");
        assertThat(silver.path("table").asText()).isEqualTo("silver.loans");
        assertThat(silver.path("outcome").asText()).isEqualTo("loaded");
        assertThat(silver.path("rows"))
                .hasToString("{\"read\":6,\"inserted\":4,\"updated\":0,\"deleted\":0,\"unchanged\":0,\"superseded\":1,"
                        + "\"quarantined\":1}");
    }

    @Test
    void aSecondRunSaysThatThereIsNothingNew() {
        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains("\n\nNOTHING NEW: ");
        assertThat(library.tables().versions()).isEqualTo(versions);
        assertThat(library.call("publications").out().lines().skip(1))
                .singleElement()
                .asString()
                .matches("lending +1 .* gold.loans_daily 0");
    }
}
