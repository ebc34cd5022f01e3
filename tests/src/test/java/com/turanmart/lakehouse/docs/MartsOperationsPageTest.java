package com.turanmart.lakehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.architecture.Repository;
import com.turanmart.lakehouse.core.sql.SqlText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MartsOperationsPageTest {
    private static final Page PAGE = Page.read(Repository.root().resolve("docs/marts-operations.md"));

    @ParameterizedTest
    @ValueSource(strings = {"inventory_daily", "delivery_daily", "funnel_daily", "fleet_5min"})
    void saysOfEachMartWhatEachColumnMeansInTheOrderOfItsSql(String mart) {
        var sql = SqlText.parse(Repository.read(Repository.root().resolve("conf/sql/gold/" + mart + ".sql")))
                .orThrow();

        assertThat(told(mart)).isNotEmpty().isEqualTo(sql.output().columns());
    }

    private static List<String> told(String mart) {
        var section = PAGE.text().split("\n## gold\\." + mart + "\n", 2)[1].split("\n## ", 2)[0];
        return Arrays.stream(section.split("\n"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.replaceFirst("\\| `(\\w+)`.*", "$1"))
                .toList();
    }
}
