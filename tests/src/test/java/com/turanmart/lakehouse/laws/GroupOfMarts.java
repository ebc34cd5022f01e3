package com.turanmart.lakehouse.laws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.pipeline.LibraryLoans;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A library whose three marts are one group, and what its readers see: with the record and without it. */
record GroupOfMarts(LibraryLoans library) {
    static final List<String> NAMES = List.of("loans_daily", "days", "branches");

    private static final Map<String, String> MORE = Map.of(
            "tables/gold/days.yaml",
            """
            table: gold.days
            description: Loans per day, of all branches.
            owner: lending
            group: lending
            inputs: [gold.loans_daily]
            grain: [lent_on]
            unit: lent_on
            touched: {gold.loans_daily: lent_on}
            """,
            "sql/gold/days.sql",
            "SELECT lent_on, sum(loans) AS loans, sum(fees) AS fees FROM gold.loans_daily GROUP BY lent_on\n",
            "tables/gold/branches.yaml",
            """
            table: gold.branches
            description: Loans per branch, of all days.
            owner: lending
            group: lending
            inputs: [silver.loans]
            grain: [branch]
            unit: branch
            touched: {silver.loans: branch}
            """,
            "sql/gold/branches.sql",
            "SELECT branch, count(*) AS loans, sum(fee) AS fees FROM silver.loans GROUP BY branch\n");

    /**
     * What a reader of the newest record sees.
     *
     * @param date the night that it is of
     */
    record Recorded(String date, SortedMap<String, Long> versions, SortedMap<String, List<String>> rows) {}

    static LibraryLoans declaredIn(Path folder) {
        var library = new LibraryLoans(folder);
        MORE.forEach(library::declare);
        return library;
    }

    /** The same lakehouse in another folder. */
    GroupOfMarts copy(Path folder) throws IOException {
        var other = declaredIn(folder);
        try (var files = Files.walk(library.root())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = other.root().resolve(library.root().relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new GroupOfMarts(other);
    }

    /** As docs/publications.md tells readers to do it. */
    Recorded recorded() throws IOException {
        var record = newest();
        var versions = new TreeMap<String, Long>();
        record.path("tables")
                .forEach(table -> versions.put(
                        table.path("table").asText(), table.path("version").asLong()));
        return new Recorded(
                record.path("date").asText(),
                versions,
                rows(name -> tables().read(name, versions.get(name.toString()))));
    }

    /** What readers see who know of no record. */
    SortedMap<String, List<String>> latest() {
        return rows(name -> tables().read(name));
    }

    int publications() throws IOException {
        try (var files = Files.list(records())) {
            return (int) files.filter(file -> parsed(file).isPresent()).count();
        }
    }

    /** How many of the marts have a commit of their second night. */
    int committed() {
        return (int) NAMES.stream()
                .filter(name ->
                        Files.exists(library.root().resolve("gold/" + name + "/_delta_log/00000000000000000001.json")))
                .count();
    }

    private JsonNode newest() throws IOException {
        try (var files = Files.list(records())) {
            return files.sorted(Comparator.reverseOrder())
                    .flatMap(file -> parsed(file).stream())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path records() {
        return library.root().resolve("ops/publications/lending");
    }

    /** Empty when its writer died. */
    private static Optional<JsonNode> parsed(Path file) {
        try {
            return file.toString().endsWith(".json")
                            && !file.getFileName().toString().startsWith(".")
                    ? Optional.of(new ObjectMapper().readTree(Files.readString(file)))
                            .filter(JsonNode::isObject)
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, List<String>> rows(Function<TableName, Dataset<Row>> reading) {
        var rows = new TreeMap<String, List<String>>();
        for (var name : NAMES) {
            var table = TableName.parse("gold." + name);
            rows.put(
                    table.toString(),
                    reading.apply(table).collectAsList().stream()
                            .map(row -> row.mkString(","))
                            .sorted()
                            .toList());
        }
        return rows;
    }

    private Tables tables() {
        return TestSession.tables(library.root());
    }
}
