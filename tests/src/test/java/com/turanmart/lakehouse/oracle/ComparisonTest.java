package com.turanmart.lakehouse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void findsEachKindOfDifference() {
        var mart = new Mart("gold.toy", List.of("day"), List.of("day", "amount"));

        var comparison = Comparison.of(
                mart,
                List.of(List.of("1", "5"), List.of("2", "6"), List.of("4", "7"), List.of("4", "7")),
                List.of(List.of("1", "5"), List.of("2", "9"), List.of("3", "1")));

        assertThat(comparison.rows()).isEqualTo(3);
        assertThat(comparison.differences())
                .containsExactly(
                        "gold.toy 4: twice",
                        "gold.toy 2: amount is 6, expected 9",
                        "gold.toy 3: missing",
                        "gold.toy 4: not expected");
    }
}
