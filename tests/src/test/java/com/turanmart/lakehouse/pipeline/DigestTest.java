package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.spark.TestSession;
import org.junit.jupiter.api.Test;

class DigestTest {
    @Test
    void knowsRowsWhateverTheirOrderAndThatOfTheirColumns() {
        assertThat(digest("(1, 'a', 2.10), (2, null, 0.00)")).isEqualTo(digest("(2, null, 0.00), (1, 'a', 2.10)"));
        assertThat(Digest.of(TestSession.SPARK.sql("SELECT 1 AS one, 2 AS two")))
                .isEqualTo(Digest.of(TestSession.SPARK.sql("SELECT 2 AS two, 1 AS one")));
    }

    @Test
    void findsACentANullAndARowThatIsTwice() {
        var rows = digest("(1, 'a', 2.10), (2, null, 0.00)");

        assertThat(rows)
                .startsWith("2 rows")
                .isNotEqualTo(digest("(1, 'a', 2.11), (2, null, 0.00)"))
                .isNotEqualTo(digest("(1, 'a', 2.10), (2, '', 0.00)"))
                .isNotEqualTo(digest("(1, 'a', 2.10), (2, null, 0.00), (2, null, 0.00)"));
    }

    @Test
    void findsAValueThatMovesToAnotherColumn() {
        assertThat(digest("(1, 'a', null), (null, 'a', 1)")).isNotEqualTo(digest("(1, 'a', 1), (null, 'a', null)"));
        assertThat(digest("(1, 'a', null)")).isNotEqualTo(digest("(null, 'a', 1)"));
    }

    private static String digest(String rows) {
        return Digest.of(TestSession.SPARK.sql("SELECT * FROM VALUES " + rows + " AS t(id, name, amount)"));
    }
}
