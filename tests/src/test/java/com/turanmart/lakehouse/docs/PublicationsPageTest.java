package com.turanmart.lakehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.turanmart.lakehouse.architecture.Repository;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/publications.md says of a record is so, and Spark's statements over one run. */
class PublicationsPageTest {
    private static final Page PAGE = Page.read(Repository.root().resolve("docs/publications.md"));
    private static final List<String> TABLES = List.of("gold.loans_daily 3", "gold.days 2");

    @TempDir
    private Path ops;

    @BeforeEach
    void keepItsRecord() throws IOException {
        var folder = Files.createDirectories(ops.resolve("publications/lending"));
        Files.writeString(folder.resolve("0000000004.json"), record());
    }

    @Test
    void everyFieldIsExplained() throws IOException {
        var explained = PAGE.find("^\\| (`[^|]+`) \\|")
                .flatMap(row -> Arrays.stream(row.group(1).replace("`", "").split(", ", -1)))
                .toList();

        assertThat(new JsonMapper().readTree(record()).fieldNames())
                .toIterable()
                .containsExactlyElementsOf(explained);
    }

    @Test
    void sparkReadsARecord() {
        var session = TestSession.SPARK.newSession();
        var statements = statements();

        session.sql(statements.get(0));
        var tables = session.sql(statements.get(1)).collectAsList();

        assertThat(tables)
                .extracting(row -> row.getString(0) + " " + row.getLong(1))
                .containsExactlyElementsOf(TABLES);
    }

    private static String record() {
        return PAGE.blocks().stream()
                .filter(block -> block.kind().equals("json"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** Spark's, with the ops zone of this test. */
    private List<String> statements() {
        var text = PAGE.blocks().stream()
                .map(Page.Block::text)
                .filter(block -> block.startsWith("CREATE TEMPORARY VIEW"))
                .findFirst()
                .orElseThrow();
        return Arrays.asList(text.replace("<ops>", ops.toString()).split(";", -1));
    }
}
