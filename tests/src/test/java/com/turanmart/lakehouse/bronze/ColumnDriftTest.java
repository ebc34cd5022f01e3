package com.turanmart.lakehouse.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ColumnDriftTest {
    @Test
    void nothingIsToldOfFilesWithTheDeclaredColumns() {
        assertThat(ColumnDrift.of("a.csv", end(5, List.of(), Map.of())).lines()).isEmpty();
    }

    @Test
    void eachColumnIsToldOnceForAllFiles() {
        var drift = new ColumnDrift();
        drift.add("a.csv", end(5, List.of("fee"), Map.of("coupon", 3L)));
        drift.add("b.csv", end(9, List.of("fee"), Map.of("coupon", 9L, "fees", 9L)));

        assertThat(drift.lines())
                .containsExactly(
                        "column 'fee' is missing in 2 files such as a.csv. Was it renamed to 'fees'?",
                        "column 'coupon' is not declared: 12 rows of 2 files such as a.csv",
                        "column 'fees' is not declared: 9 rows of b.csv");
    }

    @Test
    void aSenderThatInventsColumnsFillsNoReport() {
        var invented = new TreeMap<String, Long>();
        for (var i = 0; i < 50; i++) {
            invented.put("\n" + i + "x".repeat(100), 1L);
        }

        var lines = ColumnDrift.of("a.csv", end(50, List.of(), invented)).lines();

        assertThat(lines).hasSize(21).last().isEqualTo("30 more columns are not declared");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(140).doesNotContain("\n"));
    }

    private static FileEnd end(long records, List<String> missing, Map<String, Long> undeclared) {
        return new FileEnd(Optional.empty(), records, 0, 0, missing, undeclared);
    }
}
