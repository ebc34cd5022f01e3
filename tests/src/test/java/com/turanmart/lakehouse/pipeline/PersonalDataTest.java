package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.disk.Space;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L8: a table of personal data over three nights, and everything that is on the disk afterwards. */
class PersonalDataTest {
    private static final List<String> CLEAR = List.of(
            "ann@example.org",
            "Ann@Example.org",
            "bob@example.org",
            "901234567",
            "900000001",
            "1990-05-17",
            "4111111111111111",
            "SECRETNOTE1",
            "SECRETNOTE2",
            "70001",
            "not an address",
            LibraryMembers.KEY);

    @Test
    void l8NothingClearLeavesBronzeButIntoTheRestrictedTwin(@TempDir Path folder) throws IOException {
        var library = new LibraryMembers(folder);
        library.deliver(
                "1.csv",
                "I,1,2026-05-04T01:00:00Z,70001,Ann@Example.org,90 123 45 67,1990-05-17,4111111111111111,SECRETNOTE1,3",
                "I,2,2026-05-04T01:00:00Z,70002,bob@example.org,+998 90 000-00-01,1985-01-02,5500000000000004,,4",
                "I,3,2026-05-04T01:00:00Z,70003,not an address,,,,,5",
                "I,4,2026-05-04T01:00:00Z,70004,eve@example.org,,,,BAN,6",
                "I,5,2026-05-04T01:00:00Z,70005,joe@example.org,,,,,many");

        var first = library.run();

        assertThat(first.exitCode()).as(first.out() + first.err()).isEqualTo(ExitCode.DONE);
        var ann = library.tables()
                .read("silver.members")
                .where("birth_year = 1990")
                .collectAsList()
                .get(0);
        assertThat(ann.<String>getAs("email")).matches("[0-9a-f]{64}");
        assertThat(ann.<String>getAs("card")).isEqualTo("****1111");
        assertThat(ann.<Boolean>getAs("has_note")).isTrue();
        assertThat(ann.schema().fieldNames()).doesNotContain("phone", "note");
        assertThat(twin(library))
                .containsExactlyInAnyOrder("ann@example.org,+998901234567", "bob@example.org,+998900000001");
        assertThat(library.tables()
                        .read("restricted.members")
                        .join(library.tables().read("silver.members"), "member")
                        .count())
                .isEqualTo(2);
        assertThat(library.tables()
                        .read("quarantine.silver_members")
                        .select("_reason", "_column", "_raw")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactlyInAnyOrder(
                        "[email is no email,email,null]",
                        "[visits is no int,visits,many]",
                        "[ColumnValues \"note\" != \"BAN\",null,null]");
        assertThat(leaks(library.root())).isEmpty();
        assertThat(first.out() + first.err()).doesNotContain(CLEAR);

        library.deliver(
                "2.csv",
                "U,6,2026-05-04T02:00:00Z,70001,ann@new.example,90 123 45 67,1990-05-17,4111111111111111,SECRETNOTE2,4",
                "D,7,2026-05-04T02:00:00Z,70002,bob@example.org,,,,,");
        try (var space = Space.limit(library.root(), "silver/members/_delta_log/.*", 0)) {
            assertThat(library.run().exitCode()).isEqualTo(ExitCode.SAFE_TO_RERUN);
            assertThat(space.ranOut()).isTrue();
        }
        assertThat(twin(library)).as("the twin is ahead").containsExactly("ann@new.example,+998901234567");
        assertThat(library.tables().count("silver.members")).isEqualTo(2);
        var second = library.run();

        assertThat(second.exitCode()).as(second.out() + second.err()).isEqualTo(ExitCode.DONE);
        assertThat(twin(library)).containsExactly("ann@new.example,+998901234567");
        assertThat(library.tables().count("silver.members")).isEqualTo(1);
        assertThat(leaks(library.root())).isEmpty();

        library.deliver("3.csv", "I,8,2026-05-04T03:00:00Z,70009,zoe@example.org,,,,,1");
        library.key("another-" + LibraryMembers.KEY);
        var changed = library.run();
        library.key("short");
        var refused = library.run();

        assertThat(changed.exitCode()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(changed.out() + changed.err())
                .contains("was made under key 1:", "Give the old key back")
                .doesNotContain(LibraryMembers.KEY);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(refused.out() + refused.err())
                .contains("holds 5 bytes, expected at least 32. Make one with: openssl rand -hex 32");
    }

    @Test
    void theSearchFindsWhatIsThere(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("silver/t/_delta_log"));
        Files.writeString(
                folder.resolve("silver/t/_delta_log/0.json"), "{\"minValues\":{\"email\":\"ann@example.org\"}}");

        assertThat(leaks(folder)).containsExactly("silver/t/_delta_log/0.json: ann@example.org");
    }

    private static List<String> twin(LibraryMembers library) {
        return library.tables().read("restricted.members").select("email", "phone").collectAsList().stream()
                .map(row -> row.mkString(","))
                .toList();
    }

    /** Raw bytes of every file, and the rows of every Parquet file, outside bronze, landing and the restricted zone. */
    private static List<String> leaks(Path root) throws IOException {
        var leaks = new ArrayList<String>();
        for (var zone : List.of("silver", "quarantine", "ops", "gold")) {
            if (!Files.isDirectory(root.resolve(zone))) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root.resolve(zone))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var text = Files.readString(file, StandardCharsets.ISO_8859_1) + rows(file);
                    CLEAR.stream()
                            .filter(text::contains)
                            .forEach(clear -> leaks.add(root.relativize(file) + ": " + clear));
                }
            }
        }
        return leaks;
    }

    private static String rows(Path file) {
        return file.toString().endsWith(".parquet") && !file.toString().contains("_delta_log")
                ? com.turanmart.lakehouse.spark.TestSession.SPARK
                        .read()
                        .parquet(file.toString())
                        .collectAsList()
                        .stream()
                        .map(Row::toString)
                        .toList()
                        .toString()
                : "";
    }
}
