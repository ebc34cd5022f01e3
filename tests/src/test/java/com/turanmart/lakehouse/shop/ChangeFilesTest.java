package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeFilesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-02");

    @TempDir
    private Path folder;

    @Test
    void beginsANewFileWhenTheLastIsFull() throws IOException {
        try (ChangeFiles files = new ChangeFiles(folder, DAY, Lane.LOAD, "id", 2)) {
            files.write("1");
            files.write("2");
            files.write("3");
            files.commit();
        }

        assertThat(LandedFiles.text(folder.resolve("LOAD00000001.csv.gz"))).isEqualTo("id\n1\n2\n");
        assertThat(LandedFiles.text(folder.resolve("LOAD00000002.csv.gz"))).isEqualTo("id\n3\n");
    }

    @Test
    void namesTheFilesOfADaySoThatTheySortAsTheyArrive() throws IOException {
        assertThat(Stream.of(
                        Lane.CHANGES.file(DAY, 1),
                        Lane.CHANGES.file(DAY, 2),
                        Lane.STRAGGLERS.file(DAY, 1),
                        Lane.FAULT.file(DAY, 1),
                        Lane.CORRECTION.file(DAY, 1)))
                .isSorted()
                .startsWith("20260102-220000000.csv.gz", "20260102-220001000.csv.gz");
    }

    @Test
    void landsNothingWithoutACommit() throws IOException {
        try (ChangeFiles files = new ChangeFiles(folder, DAY, Lane.CHANGES, "id", 2)) {
            files.write("1");
        }

        try (Stream<Path> landed = Files.list(folder)) {
            assertThat(landed).isEmpty();
        }
    }

    @Test
    void landsNoFileWithoutARow() throws IOException {
        try (ChangeFiles files = new ChangeFiles(folder, DAY, Lane.CHANGES, "id", 2)) {
            files.commit();
        }

        try (Stream<Path> landed = Files.list(folder)) {
            assertThat(landed).isEmpty();
        }
    }
}
