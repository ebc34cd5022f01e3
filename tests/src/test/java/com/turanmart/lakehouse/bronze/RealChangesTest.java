package com.turanmart.lakehouse.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.pipeline.LakehouseUnderTest;
import com.turanmart.lakehouse.realdata.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Change files that others have written, taken to silver by configuration alone. */
class RealChangesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-03");
    private static final String LANDED = "real/%s/dt=2026-02-03/%s";

    @TempDir
    private Path root;

    @Test
    void everySendersFilesGiveTheTablesThatTheyWereTakenFrom() throws IOException, InterruptedException {
        var cdc = RealData.unpacked("cdc_json", Files.createDirectories(root.resolve("unpacked")));
        for (var dialect : List.of("maxwell", "canal", "debezium")) {
            land(dialect, cdc, dialect + "-.*");
            declare(dialect, "format: json_lines, dialect: " + dialect, "[id, name, description, weight]", """
                      - {name: id, from: id, type: bigint}
                      - {name: name, from: name, type: string}
                      - {name: description, from: description, type: string}
                      - {name: weight, from: weight, type: "decimal(9,3)", required: true}
                    """, "id");
        }
        land("people", RealData.unpacked("dms_people", root.resolve("unpacked")), "(LOAD|2021).*");
        declare("people", "format: {kind: csv, header: false}, dialect: dms", "[id, name, city, since]", """
                      - {name: id, from: id, type: int}
                      - {name: name, from: name, type: string}
                      - {name: city, from: city, type: string}
                      - {name: since, from: since, type: date}
                    """, "id");
        land("employees", RealData.unpacked("dms_employees", root.resolve("unpacked")), ".*");
        declare(
                "employees",
                "format: csv, dialect: dms",
                "[EMPLOYEE_ID, LAST_NAME, SALARY, COMMISSION_PCT]",
                """
                      - {name: id, from: EMPLOYEE_ID, type: int}
                      - {name: salary, from: SALARY, type: "decimal(9,2)"}
                    """,
                "id");
        var flights = RealData.unpacked("spark_tdg", root.resolve("unpacked")).resolve("data/flight-data");
        for (var format : List.of("csv", "json", "parquet", "orc")) {
            land("flights_" + format, flights.resolve(format), "(2010-summary|part-).*");
            var isTyped = format.equals("parquet") || format.equals("orc");
            declare(
                    "flights_" + format,
                    "format: " + format.replace("json", "json_lines"),
                    "[DEST_COUNTRY_NAME, ORIGIN_COUNTRY_NAME, count]" + (isTyped ? "\ntypes: {count: bigint}" : ""),
                    """
                      - {name: to_country, from: DEST_COUNTRY_NAME, type: string}
                      - {name: from_country, from: ORIGIN_COUNTRY_NAME, type: string}
                      - {name: flights, from: count, type: bigint, required: true}
                    """,
                    "to_country, from_country");
        }
        var lakehouse = LakehouseUnderTest.inFolder(conf(), root.resolve("lakehouse"));

        var report = lakehouse.run(DAY);

        assertThat(report.steps())
                .allSatisfy(step -> assertThat(step.result().exitCode().number())
                        .as(() -> step.toString())
                        .isZero());
        var maxwell = rows(lakehouse, "silver.maxwell", "id, name, description, weight");
        assertThat(maxwell).hasSize(8).isEqualTo(rows(lakehouse, "silver.canal", "id, name, description, weight"));
        assertThat(rows(lakehouse, "silver.maxwell", "id"))
                .containsExactly("101", "104", "105", "106", "107", "108", "109", "110");
        assertThat(sum(lakehouse, "silver.maxwell", "weight")).isEqualByComparingTo("35.695");
        assertThat(rows(lakehouse, "silver.debezium", "id")).hasSize(10).doesNotContain("111");
        assertThat(sum(lakehouse, "silver.debezium", "weight")).isEqualByComparingTo("42.565");
        assertThat(rows(lakehouse, "silver.people", "id, name, city, since"))
                .hasSize(110)
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(root.resolve("unpacked/dms_people/EXPECTED_FINAL.csv")));
        assertThat(lakehouse.read("bronze.employees").where("_op = 'U'").count())
                .isEqualTo(17);
        assertThat(report.steps())
                .filteredOn(step -> step.table().equals("bronze.employees"))
                .allSatisfy(step -> assertThat(step.result().notes())
                        .contains("column 'EMAIL' is not declared: 17 rows of "
                                + "real/employees/dt=2026-02-03/20190118-184518184.csv"));
        assertThat(report.steps())
                .filteredOn(step -> step.table().equals("bronze.canal"))
                .allSatisfy(step -> assertThat(step.result().notes())
                        .contains("events about no row of the table were passed over: 1"));
        for (var format : List.of("csv", "json", "parquet", "orc")) {
            assertThat(lakehouse.count("silver.flights_" + format)).isEqualTo(255);
            assertThat(sum(lakehouse, "silver.flights_" + format, "flights")).isEqualByComparingTo("422269");
        }
    }

    private void land(String name, Path from, String files) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (var file : found.filter(file -> file.getFileName().toString().matches(files))
                    .filter(Files::isRegularFile)
                    .toList()) {
                var target = root.resolve("lakehouse/landing").resolve(LANDED.formatted(name, file.getFileName()));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private void declare(String name, String landing, String sent, String columns, String grain) throws IOException {
        write("tables/bronze/" + name + ".yaml", """
                table: bronze.%1$s
                description: As somebody has sent it.
                owner: tests
                landing: {path: "%2$s", %3$s}
                columns: %4$s
                """.formatted(
                        name, LANDED.formatted(name, "*").replace("2026-02-03", "{date}"), landing, sent));
        write("tables/silver/" + name + ".yaml", """
                table: silver.%1$s
                description: One row per key.
                owner: tests
                inputs: [bronze.%1$s]
                grain: [%3$s]
                columns:
                %2$s
                write: {latest_by: [_sequence], delete_when: "_op = 'D'"}
                """.formatted(
                        name, columns.indent(2).stripTrailing(), grain));
    }

    private Path conf() throws IOException {
        write("env/local.yaml", "description: A folder of the tests.\nroot: nowhere\nlanes: 2\n");
        return root.resolve("conf");
    }

    private void write(String file, String text) throws IOException {
        var target = root.resolve("conf").resolve(file);
        Files.createDirectories(target.getParent());
        Files.write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rows(LakehouseUnderTest lakehouse, String table, String columns) {
        return lakehouse.read(table).selectExpr(columns.split(", ")).collectAsList().stream()
                .map(row -> row.mkString(","))
                .sorted()
                .toList();
    }

    private static BigDecimal sum(LakehouseUnderTest lakehouse, String table, String column) {
        Row row = lakehouse
                .read(table)
                .selectExpr("CAST(sum(" + column + ") AS decimal(38,3))")
                .first();
        return row.getDecimal(0);
    }
}
