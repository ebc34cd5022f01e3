package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that could bring a process down: the night goes on, what is sound is loaded, the rest is explained. */
class HostileNightTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");
    private static final String HEADER = "loan_id,branch\n";
    private static final int HUNDRED_MEGABYTES = 100_000_000;
    private static final int BOMB_BYTES = 200_000_000;

    @TempDir
    private static Path folder;

    private static LakehouseUnderTest lakehouse;
    private static RunReport night;

    @BeforeAll
    static void night() throws IOException {
        write(folder.resolve("conf/env/local.yaml"), "description: A machine.\nroot: nowhere\nlanes: 2\n");
        declare("desk", "csv");
        declare("app", "json_lines");
        lakehouse = LakehouseUnderTest.inFolder(folder.resolve("conf"), folder.resolve("root"));

        land("desk/sound.csv", HEADER + "1,east\n2,west\n");
        land("desk/header-only.csv", HEADER);
        land("desk/empty.csv", "");
        land("desk/twice.csv", "loan_id,branch,branch\n1,east,west\n");
        land("desk/nul.csv", HEADER + "3,ea\0st\n4,east\n");
        land("desk/quote.csv", HEADER + "5,\"east\n6,west\n");
        land("desk/latin.csv", (HEADER + "7,Zürich\n").getBytes(StandardCharsets.ISO_8859_1));
        lengthy("desk/long.csv", HEADER + "8,", "\n9,west\n");
        var packed = gzip(HEADER + "10,east\n".repeat(1000));
        land("desk/half.csv.gz", Arrays.copyOf(packed, packed.length / 2));
        bomb("desk/bomb.csv.gz");
        land("app/sound.csv", "{\"loan_id\": 1, \"branch\": \"east\"}\n");
        land("app/deep.csv", "{\"loan_id\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}\n{\"loan_id\": 2}\n");
        lengthy("app/long.csv", "{\"loan_id\": \"", "\"}\n{\"loan_id\": 3}\n");
        night = lakehouse.run(DAY);
    }

    @Test
    void everySoundRecordIsLoaded() {
        assertThat(ids("bronze.desk")).containsExactly("1", "2", "4", "9");
        assertThat(ids("bronze.app")).containsExactly("1", "2", "3");
    }

    @Test
    void everyHeldFileSaysWhy() {
        assertThat(step("bronze.desk").outcome()).isEqualTo(Outcome.HELD);
        assertThat(step("bronze.desk").notes())
                .filteredOn(note -> note.contains(" is held: "))
                .containsExactlyInAnyOrder(
                        held(
                                "bomb.csv.gz",
                                "it unpacks to more than 200 times its size;"
                                        + " landing.limits.ratio says how much may be"),
                        held("empty.csv", "it has no header line"),
                        held("half.csv.gz", "its gzip data is cut off"),
                        held("latin.csv", "it is not UTF-8 text: byte 19 cannot be decoded"),
                        held(
                                "quote.csv",
                                "it ends inside quotes that open on line 2:"
                                        + " a quote is not closed, or the file is cut off"),
                        held("twice.csv", "its header names a column twice"));
        assertThat(step("bronze.app").outcome()).isEqualTo(Outcome.LOADED);
    }

    @Test
    void everyBrokenRecordIsInQuarantineWithItsReasonAndABoundedText() {
        assertThat(quarantined("desk"))
                .isEqualTo(Map.of(
                        "nul.csv:2", "a NUL character",
                        "long.csv:2", "a line of more than 1,048,576 characters"));
        assertThat(quarantined("app"))
                .isEqualTo(Map.of(
                        "deep.csv:1", "nested deeper than 100",
                        "long.csv:1", "a line of more than 1,048,576 characters"));
    }

    private static String held(String file, String why) {
        return "desk/dt=" + DAY + "/" + file + " is held: " + why;
    }

    private static StepResult step(String table) {
        return night.steps().stream()
                .filter(step -> step.table().equals(table))
                .findFirst()
                .orElseThrow()
                .result();
    }

    private static List<String> ids(String table) {
        return lakehouse.read(table).select("loan_id").collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static Map<String, String> quarantined(String table) {
        var reasons = new TreeMap<String, String>();
        TestSession.SPARK
                .read()
                .format("delta")
                .load(folder.resolve("root/quarantine/bronze_" + table).toString())
                .select("_file", "_line", "_reason", "_raw")
                .collectAsList()
                .forEach(row -> {
                    assertThat(row.getString(3)).hasSizeLessThanOrEqualTo(2000);
                    reasons.put(Path.of(row.getString(0)).getFileName() + ":" + row.getLong(1), row.getString(2));
                });
        return reasons;
    }

    private static void declare(String name, String format) throws IOException {
        write(folder.resolve("conf/tables/bronze/" + name + ".yaml"), """
                table: bronze.%1$s
                description: Loans as they are sent.
                owner: lending
                landing: {path: "%1$s/dt={date}/*", format: %2$s}
                columns: [loan_id, branch]
                """.formatted(name, format));
    }

    private static void land(String file, String text) throws IOException {
        land(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void land(String file, byte[] bytes) throws IOException {
        Files.write(landed(file), bytes);
    }

    private static void lengthy(String file, String before, String after) throws IOException {
        try (var bytes = Files.newOutputStream(landed(file))) {
            bytes.write(before.getBytes(StandardCharsets.UTF_8));
            fill(bytes, 'x', HUNDRED_MEGABYTES);
            bytes.write(after.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void bomb(String file) throws IOException {
        try (var bytes = new GZIPOutputStream(Files.newOutputStream(landed(file)), 1 << 16)) {
            bytes.write(HEADER.getBytes(StandardCharsets.UTF_8));
            fill(bytes, '\n', BOMB_BYTES);
        }
    }

    private static void fill(OutputStream bytes, char filling, int count) throws IOException {
        var block = new byte[1 << 20];
        Arrays.fill(block, (byte) filling);
        for (var left = count; left > 0; left -= block.length) {
            bytes.write(block, 0, Math.min(left, block.length));
        }
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static Path landed(String file) throws IOException {
        var name = Path.of(file);
        var path = folder.resolve("root/landing/" + name.getParent() + "/dt=" + DAY + "/" + name.getFileName());
        Files.createDirectories(path.getParent());
        return path;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
