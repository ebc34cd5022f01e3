package com.turanmart.lakehouse.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.spark.TestSession;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    private static final Stamp STAMP =
            Stamp.ofInputs(new Run("r-81", LocalDate.parse("2026-02-04"), Instant.EPOCH), Map.of());

    @Test
    void aColumnThatIsDeclaredLaterComesWithTheRowsThatHaveIt(@TempDir Path root) {
        var tables = TestSession.tables(root);
        var loans = TableName.parse("bronze.loans");

        tables.append(loans, TestSession.SPARK.sql("SELECT 1 AS id"), STAMP, List.of());
        tables.append(loans, TestSession.SPARK.sql("SELECT 2 AS id, 'east' AS branch"), STAMP, List.of());

        assertThat(tables.read(loans).orderBy("id").select("id", "branch").collectAsList())
                .extracting(Row::toString)
                .containsExactly("[1,null]", "[2,east]");
    }
}
