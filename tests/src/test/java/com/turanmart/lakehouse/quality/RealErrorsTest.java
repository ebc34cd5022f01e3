package com.turanmart.lakehouse.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.architecture.Repository;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.LakehouseUnderTest;
import com.turanmart.lakehouse.realdata.RealData;
import com.turanmart.lakehouse.realdata.Score;
import com.turanmart.lakehouse.spark.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that were written from a dirty file and what its columns mean; the clean file says how good they are. */
class RealErrorsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-03");
    private static final Pattern COLUMN_OF_A_RULE = Pattern.compile("^\\w+ \"(\\w+)\"");

    @TempDir
    private static Path root;

    private static Path errors;
    private static LakehouseUnderTest lakehouse;

    /** A cell of the dirty file, by the key of its row. */
    private record Cell(String key, String column) {}

    @BeforeAll
    static void night() throws Exception {
        errors = RealData.unpacked("errors", root);
        for (var table : List.of("hospital", "rayyan")) {
            var landed = root.resolve("landing/%s/%s/dirty.csv".formatted(table, DAY));
            Files.createDirectories(landed.getParent());
            Files.copy(errors.resolve(table + "/dirty.csv"), landed);
        }
        lakehouse = LakehouseUnderTest.inFolder(RealData.conf("errors"), root);
        var report = lakehouse.run(DAY);
        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void findsTheErrorsOfHospital() {
        var found = found("hospital", "index");
        var wrong = wrong("hospital");

        assertThat(wrong).hasSize(509);
        assertScores("hospital", found, wrong, 0.95, 0.95);
    }

    /** Most of its errors are dates that became other dates: no rule about a row can tell one from the other. */
    @Test
    void findsTheErrorsOfRayyanThatShowInTheirRow() {
        var found = found("rayyan", "id");
        var wrong = wrong("rayyan");
        var dates = cells(wrong, column -> column.equals("article_jcreated_at"));

        assertThat(wrong).hasSize(948);
        assertThat(dates).hasSize(722);
        assertScores("rayyan", found, wrong, 0.6, 0.2);
        assertScores(
                "rayyan without dates", found, cells(wrong, column -> !column.equals("article_jcreated_at")), 0.6, 0.8);
    }

    private static Set<Cell> cells(Set<Cell> cells, Predicate<String> ofColumns) {
        return cells.stream().filter(cell -> ofColumns.test(cell.column())).collect(Collectors.toSet());
    }

    /** The page tells the figures that were measured. */
    private static void assertScores(String what, Set<Cell> found, Set<Cell> wrong, double precision, double recall) {
        var rows = new Score(keys(found), keys(wrong));
        var cells = new Score(found, wrong);

        assertThat(List.of(rows, cells))
                .allSatisfy(score -> assertThat(score.precision()).isGreaterThanOrEqualTo(precision))
                .allSatisfy(score -> assertThat(score.recall()).isGreaterThanOrEqualTo(recall));
        assertThat(Repository.read(Repository.root().resolve("docs/real-data.md")))
                .contains("| " + what + ", rows | " + rows + " |", "| " + what + ", cells | " + cells + " |");
    }

    private static Set<String> keys(Set<Cell> cells) {
        return cells.stream().map(Cell::key).collect(Collectors.toSet());
    }

    /** Where quarantine says that something is wrong: the columns of the rules that a row breaks. */
    private static Set<Cell> found(String table, String key) {
        var quarantined = lakehouse.read("quarantine.silver_" + table).select("_file", "_line", "_column", "_reason");
        return lakehouse
                .read("bronze." + table)
                .join(quarantined, new String[] {"_file", "_line"})
                .select(key, "_column", "_reason")
                .collectAsList()
                .stream()
                .flatMap(row -> columns(row).map(column -> new Cell(row.getString(0), column)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> columns(Row quarantined) {
        if (!quarantined.isNullAt(1)) {
            return Stream.of(quarantined.getString(1));
        }
        return Stream.of(quarantined.getString(2).split("; ")).map(rule -> {
            var column = COLUMN_OF_A_RULE.matcher(rule);
            assertThat(column.find()).as(rule).isTrue();
            return column.group(1);
        });
    }

    /** The cells that are others in the clean file, column by column: its header has names of its own. */
    private static Set<Cell> wrong(String table) {
        var dirty = rows(table, "dirty");
        var clean = new HashMap<String, Row>();
        rows(table, "clean").forEach(row -> clean.put(row.getString(0), row));
        var wrong = new HashSet<Cell>();
        for (var row : dirty) {
            var key = row.getString(0);
            for (var column = 0; column < row.size(); column++) {
                if (!Objects.equals(row.get(column), clean.get(key).get(column))) {
                    wrong.add(new Cell(key, row.schema().fieldNames()[column]));
                }
            }
        }
        return wrong;
    }

    /** As Spark reads them, not bronze. */
    private static List<Row> rows(String table, String file) {
        return TestSession.SPARK
                .read()
                .option("header", true)
                .option("escape", "\"")
                .csv(errors.resolve(table + "/" + file + ".csv").toString())
                .collectAsList();
    }
}
