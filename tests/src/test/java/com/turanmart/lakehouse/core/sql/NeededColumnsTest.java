package com.turanmart.lakehouse.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.spark.TestSession;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededColumnsTest {
    private static final List<String> LEFT = List.of("k", "x", "y", "z");
    private static final List<String> RIGHT = List.of("k", "u", "v");

    private final SparkSession spark = TestSession.SPARK.newSession();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT x FROM l|x",
                "SELECT X FROM l WHERE Y > 0|x,y",
                "SELECT COUNT(*) AS n FROM l|",
                "SELECT x FROM l WHERE y > 0 ORDER BY z|x,y,z",
                "SELECT l.x, r.u FROM l JOIN r ON r.k = l.k|k,u,x",
                "SELECT x FROM l LEFT SEMI JOIN r ON r.k = l.y|k,x,y",
                "SELECT * FROM l|k,x,y,z",
                "SELECT u FROM l JOIN (SELECT * FROM r) AS s ON s.k = x|k,u,v,x",
                // A join by names lists all columns.
                "SELECT u FROM l JOIN r USING (k)|k,u,v,x,y,z",
                "TABLE r|k,u,v",
                "SELECT a FROM (SELECT u AS a FROM r UNION ALL (SELECT y FROM l))|u,y",
                "SELECT s FROM (SELECT k AS s, u, v FROM r UNION ALL TABLE r)|k,u,v",
                "WITH c AS (SELECT x, y FROM l) SELECT x FROM c|x,y",
                "SELECT x FROM l WHERE x > (SELECT MAX(u) FROM r)|u,x",
                "SELECT x FROM l WHERE EXISTS (SELECT 1 FROM r WHERE r.v = l.y)|v,x,y",
                "SELECT SUM(x) OVER (PARTITION BY y ORDER BY z) AS s FROM l|x,y,z",
                "SELECT DISTINCT y FROM l|y",
                "SELECT i FROM l LATERAL VIEW EXPLODE(SEQUENCE(x, y)) AS i|x,y",
            })
    void withoutTheOthersAQuerySaysTheSame(String query, String columns) {
        show(Set.copyOf(LEFT), Set.copyOf(RIGHT));
        var whole = spark.sql(query);

        var needed = NeededColumns.of(whole);

        // Names that the query makes itself are none of a table.
        assertThat(Stream.concat(LEFT.stream(), RIGHT.stream()).filter(needed::contains))
                .containsOnly(columns == null ? new String[0] : columns.split(","));
        var rows = whole.collectAsList();
        show(needed, needed);
        assertThat(spark.sql(query).collectAsList()).containsExactlyInAnyOrderElementsOf(rows);
    }

    private void show(Set<String> left, Set<String> right) {
        show("l", LEFT, left);
        show("r", RIGHT, right);
    }

    private void show(String name, List<String> all, Set<String> shown) {
        var columns = Stream.concat(
                        Stream.of("id AS shown"),
                        all.stream()
                                .filter(shown::contains)
                                .map(column -> "id + " + all.indexOf(column) + " AS " + column))
                .skip(shown.containsAll(all) ? 1 : 0)
                .toArray(String[]::new);
        spark.range(3).selectExpr(columns).createOrReplaceTempView(name);
    }
}
