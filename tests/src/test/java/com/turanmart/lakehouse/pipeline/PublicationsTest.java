package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.table.TableVersion;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records of a group, on a disk. */
class PublicationsTest {
    private static final Run RUN = new Run("r-81", LocalDate.of(2026, 5, 4), Instant.EPOCH);
    private static final List<TableVersion> TABLES =
            List.of(version("gold.loans_daily", 4), version("gold.branches_daily", 2));
    private static final List<TableVersion> INPUTS = List.of(version("silver.loans", 7));

    @TempDir
    private Path root;

    private Publications publications;

    @BeforeEach
    void open() {
        publications = new Publications(TestSession.storage(root), "lending");
    }

    @Test
    void aRecordIsReadAsItWasWritten() {
        var restored = new Publication.Restored(1, "a price was wrong", "finance");

        var first = add(Optional.empty());
        var second = add(Optional.of(restored));

        assertThat(publications.latest(9)).containsExactly(second, first);
        assertThat(publications.find(2)).contains(second);
        assertThat(publications.find(3)).isEmpty();
        assertThat(first.previous()).isEmpty();
        assertThat(second)
                .isEqualTo(new Publication(
                        "lending",
                        2,
                        Optional.of(1L),
                        "r-81",
                        RUN.date(),
                        second.publishedAt(),
                        TABLES,
                        INPUTS,
                        Optional.of(restored)));
    }

    @Test
    void aRecordHasItsFields() throws IOException {
        add(Optional.empty());

        var record = new ObjectMapper().readTree(file(1).toFile());

        assertThat(record.fieldNames())
                .toIterable()
                .containsExactly(
                        "schema",
                        "group",
                        "id",
                        "previous",
                        "run",
                        "date",
                        "published_at",
                        "tables",
                        "inputs",
                        "restores");
        assertThat(record.path("tables").path(1))
                .hasToString("{\"table\":\"gold.branches_daily\",\"id\":\"id of gold.branches_daily\",\"version\":2}");
    }

    @Test
    void theNewestAreReadFirstAndNoMoreThanWereAskedFor() {
        IntStream.range(0, 12).forEach(any -> add(Optional.empty()));

        assertThat(publications.latest(3)).extracting(Publication::id).containsExactly(12L, 11L, 10L);
        assertThat(Publications.groups(TestSession.storage(root))).containsExactly("lending");
        assertThat(new Publications(TestSession.storage(root), "other").latest(3))
                .isEmpty();
    }

    @Test
    void aRecordWhoseWriterDiedIsPassedOverAndItsNumberIsSpent() throws IOException {
        var first = add(Optional.empty());
        for (var torn : List.of("", "{\"schema\": 1, \"group\": \"lending\"", "{\"schema\": 1}")) {
            Files.writeString(file(2), torn);

            assertThat(publications.last()).as(torn).contains(first);
            assertThat(publications.find(2)).isEmpty();
        }

        var next = add(Optional.empty());

        assertThat(next.id()).isEqualTo(3);
        assertThat(next.previous()).contains(1L);
    }

    @Test
    void aNumberThatIsTakenIsNotWrittenAgain() throws IOException {
        Files.createDirectories(file(1).getParent().resolve("0000000001.json"));

        assertThatThrownBy(() -> add(Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Cannot write " + root + "/ops/publications/lending/0000000001.json: ");
    }

    private Publication add(Optional<Publication.Restored> restores) {
        return publications.add(RUN, TABLES, INPUTS, restores);
    }

    private Path file(int id) {
        return root.resolve("ops/publications/lending/" + String.format("%010d.json", id));
    }

    private static TableVersion version(String table, long version) {
        return new TableVersion(TableName.parse(table), "id of " + table, version);
    }
}
