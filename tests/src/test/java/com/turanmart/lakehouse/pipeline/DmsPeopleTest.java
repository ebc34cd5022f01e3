package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.realdata.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files of AWS DMS without a header, by configuration alone: a full load, then changes that name their operation. */
class DmsPeopleTest {
    private static final LocalDate DAY = LocalDate.parse("2021-10-18");
    private static final Map<String, String> CONF =
            Map.of("env/local.yaml", """
            description: A machine.
            root: nowhere
            """, "tables/bronze/people.yaml", """
            table: bronze.people
            description: People as DMS writes them.
            owner: staff
            landing:
              path: "people/dt={date}/*.csv"
              format: {kind: csv, header: false}
              dialect: dms
            columns: [id, name, city, joined]
            """, "tables/silver/people.yaml", """
            table: silver.people
            description: One row per person.
            owner: staff
            inputs: [bronze.people]
            grain: [id]
            columns:
              - {name: id, from: id, type: bigint}
              - {name: name, from: name, type: string, required: true}
              - {name: city, from: city, type: string, required: true}
              - {name: joined, from: joined, type: date, required: true}
            write: {latest_by: [_sequence], delete_when: "_op = 'D'"}
            """);

    @TempDir
    private Path folder;

    @Test
    void endAsTheirPublisherSays() throws Exception {
        var people = RealData.unpacked("dms_people", folder);
        for (var file : CONF.entrySet()) {
            var path = folder.resolve("conf").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var lakehouse = LakehouseUnderTest.inFolder(folder.resolve("conf"), folder.resolve("root"));
        land(people);

        var night = lakehouse.run(DAY);

        assertThat(night.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(lakehouse.read("bronze.people").groupBy("_op").count().collectAsList())
                .extracting(row -> row.getString(0) + " " + row.getLong(1))
                .containsExactlyInAnyOrder("I 110", "U 3");
        assertThat(lakehouse
                        .read("silver.people")
                        .select(functions.concat_ws(
                                ",",
                                functions.expr("id"),
                                functions.expr("name"),
                                functions.expr("city"),
                                functions.expr("joined")))
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .hasSize(110)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(people.resolve("EXPECTED_FINAL.csv")));
    }

    private void land(Path people) throws IOException {
        var day = folder.resolve("root/landing/people/dt=" + DAY);
        Files.createDirectories(day);
        try (var files = Files.newDirectoryStream(people, "{LOAD,2021}*.csv")) {
            for (var file : files) {
                Files.copy(file, day.resolve(file.getFileName()));
            }
        }
    }
}
