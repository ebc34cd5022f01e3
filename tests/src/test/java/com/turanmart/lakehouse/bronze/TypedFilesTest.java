package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.bronze.format.SentFiles;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.sql.SqlType;
import com.turanmart.lakehouse.core.storage.StoredFile;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedFilesTest {
    private static final Run RUN =
            new Run("r-81", LocalDate.parse("2026-02-04"), Instant.parse("2026-02-04T01:00:00Z"));

    private static final Map<String, Format> FORMATS =
            Map.of("parquet", new Format.Parquet(), "orc", new Format.Orc(), "avro", new Format.Avro());

    @TempDir
    private Path root;

    private final List<LandedFile> landed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "orc", "avro"})
    void aFileThatIsCutOffOrSomethingElseBreaksAlone(String format) throws IOException {
        write(format, "a[1].p", "SELECT 17 AS id, CAST(1.5 AS decimal(9,2)) AS fee, 'east' AS branch");
        halve(write(format, "b.p", "SELECT id, CAST(1 AS decimal(9,2)) AS fee FROM range(5000)"));
        place("c.p", Files.writeString(root.resolve("c.p"), "no such file"));

        var rows = read(format);

        var ends = ends(rows);
        assertThat(ends.get("a[1].p")).isEqualTo(new FileEnd(Optional.empty(), 1, 0, 0, List.of(), Map.of()));
        assertThat(List.of(ends.get("b.p"), ends.get("c.p")))
                .allSatisfy(end -> assertThat(end.problem().orElseThrow())
                        .isEqualTo("it cannot be read as " + format + ": it is cut off, damaged or something else"));
        var sound = rows.where(col(BronzeRows.END).isNull()).collectAsList();
        assertThat(sound).hasSize(1);
        assertThat(sound.get(0).<Long>getAs("id")).isEqualTo(17L);
        assertThat(sound.get(0).<BigDecimal>getAs("fee")).isEqualTo(new BigDecimal("1.50"));
        assertThat(sound.get(0).<String>getAs("branch")).isEqualTo("east");
        assertThat(sound.get(0).<String>getAs("_sequence")).isEqualTo("a[1].p#000000000001");
    }

    @Test
    void aColumnOfAnotherTypeHoldsItsFile() throws IOException {
        write("parquet", "a.p", "SELECT 'x' AS id, CAST(1 AS decimal(20,4)) AS fee");

        assertThat(ends(read("parquet")).get("a.p").problem())
                .contains(
                        "column 'id' is string, expected bigint; column 'fee' is decimal(20,4), expected decimal(18,2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "orc", "avro"})
    void columnsThatNobodyDeclaredAreRescuedAsText(String format) throws IOException {
        write(
                format,
                "a.p",
                "SELECT CAST(id + 100 AS bigint) AS id, named_struct('x', 1) AS extra, unhex('01') AS bytes,"
                        + " CAST(id AS decimal(18,2)) AS fee FROM range(1, 2000) AS t(id)");

        var rows = read(format);

        assertThat(ends(rows).get("a.p"))
                .isEqualTo(new FileEnd(
                        Optional.empty(), 1999, 0, 0, List.of("branch"), Map.of("bytes", 1999L, "extra", 1999L)));
        var sound = rows.where(col(BronzeRows.END).isNull()).orderBy("_line").collectAsList();
        assertThat(sound)
                .extracting(row -> row.<Long>getAs("_line"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 1999).mapToObj(Long::valueOf).toList());
        Map<String, String> rescued = sound.get(0).getJavaMap(sound.get(0).fieldIndex("_rescued"));
        assertThat(rescued).isEqualTo(Map.of("extra", "{\"x\":1}", "bytes", "AQ=="));
        assertThat(sound.get(0).isNullAt(sound.get(0).fieldIndex("branch"))).isTrue();
    }

    @Test
    void everyRowIsAccountedFor() throws IOException {
        write("parquet", "a.p", "SELECT id, CAST(1 AS decimal(9,2)) AS fee, 'e' AS branch FROM range(30)");

        var accounts = FileAccounts.of(read("parquet"), landed);

        assertThat(accounts.get(landed.get(0)).records()).isEqualTo(30);
    }

    @Test
    void datesThatTheWritersCalendarDecidesAreNotMoved() throws IOException {
        TestSession.SPARK.conf().set("spark.sql.parquet.datetimeRebaseModeInWrite", "LEGACY");
        try {
            write("parquet", "old.p", "SELECT 1 AS id, CAST('0999-03-01' AS date) AS born");
        } finally {
            TestSession.SPARK.conf().unset("spark.sql.parquet.datetimeRebaseModeInWrite");
        }
        var sent = sentAs("parquet", List.of("id", "born"), Map.of("id", "int", "born", "date"));

        var rows = rows(sent);

        var kept = rows.where(col(BronzeRows.END).isNull()).collectAsList();
        assertThat(kept).extracting(row -> row.get(1).toString()).containsExactly("0999-03-01");
    }

    @Test
    void datesOfAnUnknownCalendarHoldTheirFile() throws IOException {
        var type =
                MessageTypeParser.parseMessageType("message loan { required int32 id; optional int32 born (DATE); }");
        var file = root.resolve("older.p");
        try (var writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
                .withType(type)
                .build()) {
            var thousandYearsAgo = (int) LocalDate.of(999, 3, 1).toEpochDay();
            writer.write(new SimpleGroupFactory(type).newGroup().append("id", 1).append("born", thousandYearsAgo));
        }
        place("older.p", file);
        var sent = sentAs("parquet", List.of("id", "born"), Map.of("id", "int", "born", "date"));

        var rows = rows(sent);

        assertThat(ends(rows).get("older.p").problem().orElseThrow())
                .startsWith("it holds dates or times so old that its writer's calendar decides what they mean");
        assertThat(rows.where(col(BronzeRows.END).isNull()).count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tinyint | smallint | true",
                "int | bigint | true",
                "bigint | int | false",
                "int | decimal(12,2) | true",
                "int | decimal(11,2) | false",
                "decimal(9,2) | decimal(18,2) | true",
                "decimal(9,2) | decimal(9,3) | false",
                "decimal(18,2) | decimal(9,2) | false",
                "float | double | true",
                "int | double | true",
                "bigint | double | false",
                "int | float | false",
                "double | decimal(38,2) | false",
                "int | string | false",
                "date | timestamp | false",
                "timestamp_ntz | timestamp | false",
                "array<int> | array<int> | true",
                "struct<a:int> | struct<a:bigint> | false",
            })
    void onlyTypesThatHoldEveryValueAreTaken(String from, String to, boolean taken) {
        assertThat(Widening.isLossless(SqlType.parse(from), SqlType.parse(to))).isEqualTo(taken);
    }

    private Dataset<Row> read(String format) {
        var sent = sentAs(format, List.of("id", "fee", "branch"), Map.of("id", "bigint", "fee", "decimal(18,2)"));
        return rows(sent);
    }

    private Dataset<Row> rows(SentAs sent) {
        var storage = TestSession.storage(root);
        return new TypedFiles(TestSession.SPARK, storage, sent, RUN).rows(landed);
    }

    private static SentAs sentAs(String format, List<String> columns, Map<String, String> types) {
        var parsed = new LinkedHashMap<String, DataType>();
        types.forEach((name, type) -> parsed.put(name, SqlType.parse(type)));
        return SentFiles.typed(FORMATS.get(format), columns, parsed);
    }

    private static Map<String, FileEnd> ends(Dataset<Row> rows) {
        var ends = new LinkedHashMap<String, FileEnd>();
        rows.where(col(BronzeRows.END).isNotNull())
                .select("_file", BronzeRows.END)
                .collectAsList()
                .forEach(row -> ends.put(row.getString(0), FileEnd.of(row.getStruct(1))));
        return ends;
    }

    /** One file with the rows of a query. */
    private Path write(String format, String name, String query) throws IOException {
        var folder = root.resolve(name + " folder");
        TestSession.SPARK.sql(query).coalesce(1).write().format(format).save(folder.toString());
        try (var files = Files.list(folder)) {
            var part = files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .findFirst()
                    .orElseThrow();
            return place(name, Files.move(part, root.resolve(name)));
        }
    }

    private Path place(String name, Path file) throws IOException {
        landed.add(new LandedFile(
                TableName.parse("bronze.loans"),
                new StoredFile(file.toUri().getPath(), name, Files.size(file), 1, ""),
                LocalDate.parse("2026-02-03"),
                name,
                "sha of " + name));
        return file;
    }

    private static void halve(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    }
}
