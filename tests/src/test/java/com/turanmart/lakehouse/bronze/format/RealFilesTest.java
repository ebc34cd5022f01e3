package com.turanmart.lakehouse.bronze.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.realdata.RealData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real files hold, as those who publish them say; bronze reads them record by record. */
class RealFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temporary;

    @Test
    void readsEveryCaseOfCsvSpectrumAsItsAnswerSays() throws Exception {
        var spectrum = RealData.unpacked("csv_spectrum", temporary);

        try (var files = Files.newDirectoryStream(spectrum.resolve("csvs"))) {
            var cases = new ArrayList<String>();
            for (var file : files) {
                var name = file.getFileName().toString().replace(".csv", "");
                var answer =
                        JSON.readTree(spectrum.resolve("json/" + name + ".json").toFile());
                assertThat(values(file)).as(name).isEqualTo(rows(name, answer));
                cases.add(name);
            }
            assertThat(cases).hasSize(12);
        }
    }

    @Test
    void parsesWhatMustParseAndRefusesWhatMustNot() throws Exception {
        var suite = RealData.unpacked("json", temporary).resolve("nst_json_testsuite2/test_parsing");
        var verdicts = new TreeMap<String, Integer>();
        var surprises = new ArrayList<String>();

        try (var files = Files.newDirectoryStream(suite, "*.json")) {
            for (var file : files) {
                var kind = file.getFileName().toString().substring(0, 1);
                verdicts.merge(kind, 1, Integer::sum);
                var parsed = parses(Files.readAllBytes(file));
                if ((kind.equals("y") && !parsed) || (kind.equals("n") && parsed)) {
                    surprises.add(file.getFileName().toString());
                }
            }
        }

        assertThat(surprises).isEmpty();
        assertThat(verdicts).containsExactly(Map.entry("i", 35), Map.entry("n", 188), Map.entry("y", 95));
    }

    @Test
    void naughtyStringsComeOutUnchanged() throws Exception {
        var file = RealData.unpacked("json", temporary).resolve("big-list-of-naughty-strings/blns.json");
        var strings = new ArrayList<String>();
        JSON.readTree(file.toFile()).forEach(text -> strings.add(text.textValue()));
        var lines = new StringBuilder();
        var csv = new StringBuilder("order_id,country\n");
        for (var text : strings) {
            lines.append(JSON.writeValueAsString(Map.of("country", text))).append('\n');
            csv.append("1,\"").append(text.replace("\"", "\"\"")).append("\"\n");
        }

        assertThat(strings).hasSize(494);
        assertThat(countries(Read.jsonLines(lines.toString()))).containsExactlyElementsOf(strings);
        assertThat(countries(Read.json("[" + lines.toString().strip().replace("\n", ",") + "]")))
                .containsExactlyElementsOf(strings);
        assertThat(countries(Read.csv(csv.toString()))).containsExactlyElementsOf(strings);
    }

    @Test
    void everyFlightOf2010IsThereInCsvAndInJson() throws Exception {
        var flights = RealData.unpacked("spark_tdg", temporary).resolve("data/flight-data");
        var columns = List.of("DEST_COUNTRY_NAME", "ORIGIN_COUNTRY_NAME", "count");

        var csv = Read.file(SentFiles.of(SentFiles.CSV, columns), flights.resolve("csv/2010-summary.csv"));
        var json = Read.file(SentFiles.of(SentFiles.JSON_LINES, columns), flights.resolve("json/2010-summary.json"));

        assertThat(sound(csv)).hasSize(255).containsExactlyInAnyOrderElementsOf(sound(json));
        assertThat(sum(csv, "count")).isEqualByComparingTo("422269");
    }

    @Test
    void readsWhatOlistWroteAfterAByteOrderMark() throws Exception {
        var olist = RealData.unpacked("olist", temporary);
        var names = SentFiles.of(SentFiles.CSV, List.of("product_category_name", "product_category_name_english"));

        var categories = Read.file(names, olist.resolve("product_category_name_translation.csv"));

        assertThat(sound(categories))
                .hasSize(71)
                .allSatisfy(fields ->
                        assertThat(fields).containsOnlyKeys("product_category_name", "product_category_name_english"));
    }

    @Test
    void readsAFullLoadAndChangesOfDmsThatHaveNoHeader() throws Exception {
        var people = RealData.unpacked("dms_people", temporary);
        var sent = SentFiles.of(
                SentFiles.headless(","),
                List.of("id", "name", "city", "joined"),
                new Dialect.Dms("Op", Dialect.Dms.BY_LINE, "ts"));

        var load = Read.file(sent, people.resolve("LOAD00000001.csv"));
        List<SentRecord> changes = new ArrayList<>();
        try (var files = Files.newDirectoryStream(people, "2021*.csv")) {
            for (var file : files) {
                changes.addAll(Read.file(sent, file));
            }
        }

        assertThat(sound(load)).hasSize(103).noneMatch(fields -> fields.containsKey("Op"));
        assertThat(sound(changes).stream().collect(Collectors.groupingBy(f -> f.get("Op"), Collectors.counting())))
                .isEqualTo(Map.of("I", 7L, "U", 3L));
    }

    @Test
    void recognisesTheChangesOfDmsByItsHeader() throws Exception {
        var file = RealData.unpacked("dms_employees", temporary).resolve("20190118-184518184.csv");

        var records = Read.file(SentFiles.of(SentFiles.CSV, List.of("EMPLOYEE_ID", "SALARY")), file);

        assertThat(sound(records))
                .hasSize(17)
                .allSatisfy(fields -> assertThat(fields).containsEntry("Op", "U"));
    }

    /** A file of the suite is one JSON value: it is put where a table has values. */
    private static boolean parses(byte[] value) {
        var file = new ByteArrayInputStream(concat(Read.bytes("[{\"v\": "), value, Read.bytes("}]")));
        try {
            var records = Read.all("part-1.json", SentFiles.of(SentFiles.JSON), file);
            return records.size() == 1 && records.get(0).malformed().isEmpty();
        } catch (IOException e) {
            assertThat(e.getMessage()).startsWith("it ");
            return false;
        }
    }

    private static byte[] concat(byte[]... parts) {
        var whole = new java.io.ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static List<Map<String, String>> values(Path csv) throws IOException {
        var header = Files.readAllLines(csv).get(0);
        return sound(Read.file(SentFiles.of(SentFiles.CSV, List.of(header.split(","))), csv));
    }

    private static List<Map<String, String>> rows(String name, JsonNode answer) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (var row : answer.isArray() ? answer : List.of(answer)) {
            Map<String, String> values = new HashMap<>();
            row.fields()
                    .forEachRemaining(
                            field -> values.put(field.getKey(), field.getValue().textValue()));
            // The answer to this case has another phone number than its file.
            Optional.of("Contact Phone Number")
                    .filter(column -> name.equals("location_coordinates"))
                    .ifPresent(column -> values.replace(column, "1234567890", "2095257564"));
            rows.add(values);
        }
        return rows;
    }

    private static List<Map<String, String>> sound(List<SentRecord> records) {
        assertThat(records).allMatch(record -> record.malformed().isEmpty());
        return records.stream().map(SentRecord::fields).toList();
    }

    private static List<String> countries(List<SentRecord> records) {
        return sound(records).stream().map(fields -> fields.get("country")).toList();
    }

    private static BigDecimal sum(List<SentRecord> records, String column) {
        return records.stream()
                .map(record -> new BigDecimal(record.fields().get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
