package com.turanmart.lakehouse.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT a FROM silver.a|silver.a",
                "SELECT a FROM `silver`.`a` AS x JOIN silver.b USING (k)|silver.a,silver.b",
                "SELECT a FROM silver.a UNION ALL SELECT a FROM silver.b EXCEPT SELECT a FROM silver.c|silver.a,silver.b,silver.c",
                "WITH x AS (SELECT a FROM silver.a), y AS (SELECT a FROM x) SELECT a FROM y JOIN X USING (a)|silver.a",
                "WITH a AS (SELECT a FROM a) SELECT a FROM a|a",
                "WITH x AS (WITH z AS (SELECT 1 AS a) SELECT a FROM z) SELECT a FROM x JOIN z USING (a)|z",
                "WITH orders AS (SELECT a FROM silver.orders) SELECT a FROM silver.orders JOIN orders USING (a)|silver.orders",
                "SELECT a FROM silver.a WHERE a IN (SELECT b FROM silver.b WHERE EXISTS (SELECT 1 FROM silver.c))|silver.a,silver.b,silver.c",
                "SELECT (SELECT max(b) FROM silver.b) AS m, a FROM silver.a|silver.a,silver.b",
                "SELECT a FROM (SELECT a FROM silver.a) LEFT SEMI JOIN silver.b ON a = b|silver.a,silver.b",
                "SELECT a FROM silver.a, LATERAL (SELECT b FROM silver.b WHERE b = a)|silver.a,silver.b",
                "SELECT a, count(*) AS n FROM silver.a GROUP BY a HAVING count(*) > (SELECT max(b) FROM silver.b) ORDER BY a LIMIT 3;|silver.a,silver.b",
                "SELECT sum(a) OVER (PARTITION BY b ORDER BY c) AS s FROM silver.a LATERAL VIEW explode(xs) t AS x|silver.a",
                "SELECT a FROM silver.a PIVOT (sum(v) FOR k IN (1, 2))|silver.a",
                "SELECT x FROM VALUES (1) AS t(x)|",
                "SELECT id AS x FROM range(3)|",
                "SELECT 'FROM silver.b' AS a /* FROM silver.c */ FROM silver.a -- FROM silver.d|silver.a"
            })
    void knowsTheTablesThatAQueryReads(String text, String tables) {
        var sql = SqlText.parse(text).orThrow();

        assertThat(String.join(",", sql.tables())).isEqualTo(tables == null ? "" : tables);
    }

    @Test
    void renamesWhatTheParserSawAndNothingElse() {
        var sql = SqlText.parse("""
                        -- silver.orders, "quoted" 😀
                        WITH orders AS (SELECT o.id, 'silver.orders' AS t FROM silver.orders AS o)
                        SELECT id, lines.n, '😀' AS face FROM orders JOIN silver.lines USING (id)
                        WHERE id IN (SELECT id FROM `silver`.`orders` WHERE orders.id > 1)
                        """).orThrow();

        var renamed = sql.renamed(name -> "v_" + name.replace('.', '_'));

        assertThat(renamed).isEqualTo("""
                        -- silver.orders, "quoted" 😀
                        WITH orders AS (SELECT o.id, 'silver.orders' AS t FROM v_silver_orders AS o)
                        SELECT id, lines.n, '😀' AS face FROM orders JOIN v_silver_lines AS `lines` USING (id)
                        WHERE id IN (SELECT id FROM v_silver_orders AS `orders` WHERE orders.id > 1)
                        """);
        assertThat(SqlText.parse(renamed).orThrow().tables()).containsExactly("v_silver_lines", "v_silver_orders");
    }

    @Test
    void knowsLineAndPlaceOfEachReference() {
        var text = "SELECT a\nFROM silver.a x\nJOIN silver.b USING (a)";

        var references = SqlText.parse(text).orThrow().references();

        assertThat(references)
                .extracting(TableReference::line, reference -> text.substring(reference.start(), reference.end()))
                .containsExactly(tuple(2, "silver.a"), tuple(3, "silver.b"));
    }

    @Test
    void knowsTheColumnsOfTheLastSelect() {
        var output = SqlText.parse("""
                        WITH x AS (SELECT * FROM silver.a)
                        SELECT x.a, b.c AS `d e`, sum(f) AS g, count(*)
                        FROM x
                        GROUP BY 1, 2
                        UNION ALL
                        SELECT * FROM silver.b
                        ORDER BY 1
                        """).orThrow().output();

        assertThat(output.columns()).containsExactly("a", "d e", "g");
        assertThat(output.unnamed()).containsExactly(2);
        assertThat(output.stars()).containsExactly(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT a FRM x y z|1|syntax error at or near 'x'",
                "~SELECT a\nFROM x\nWHERE (a~|3|syntax error at or near end of input",
                "SELECT a FROM x; SELECT b FROM y|1|syntax error at or near 'SELECT': extra input 'SELECT'",
                "INSERT INTO a SELECT 1|1|expected a query, found InsertIntoStatement",
                "DROP TABLE a|1|expected a query, found DropTable",
                "SELECT a FROM IDENTIFIER('x')|1|PlanWithUnresolvedIdentifier is not supported in a query over declared tables",
                "SELECT a FROM x VERSION AS OF 3|1|RelationTimeTravel is not supported in a query over declared tables",
                "SELECT TRANSFORM(a) USING 'cat' FROM x|1|ScriptTransformation is not supported in a query over declared tables"
            })
    void saysWhyATextIsNoQuery(String text, int line, String reason) {
        assertThat(SqlText.parse(text).problem()).contains(new SqlProblem(line, reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT first(a) AS b FROM x|first",
                "SELECT first(a) OVER (PARTITION BY c ORDER BY d) AS b FROM x|",
                "SELECT last_value(a) OVER w AS b FROM x WINDOW w AS (ORDER BY d)|",
                "SELECT collect_list(a) AS b, sort_array(collect_set(a)) AS c FROM x|collect_list",
                "SELECT max_by(a, d) AS b, array_sort(array_agg(a)) AS c FROM x|",
                "SELECT a FROM x WHERE d < current_date|current_date"
            })
    void findsWhatTheRowsAloneDoNotDecide(String text, String found) {
        assertThat(String.join(",", SqlText.parse(text).orThrow().chance())).isEqualTo(found == null ? "" : found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a + b.c|a,b",
                "CASE country WHEN 'UZ' THEN x ELSE y END|country,x,y",
                "transform(xs, v -> v + y)|xs,y",
                "aggregate(xs, 0, (acc, v) -> acc + v + z)|xs,z",
                "to_date(`odd name`)|odd name",
                "current_date|",
                "_op = 'D' AND current_timestamp > t|_op,t"
            })
    void knowsTheColumnsOfAnExpression(String text, String columns) {
        var expression = Expression.parse(text).orThrow();

        assertThat(String.join(",", expression.columns())).isEqualTo(columns == null ? "" : columns);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a +|syntax error at or near end of input",
                "a AS b|an expression without AS is expected",
                "a IN (SELECT 1)|a subquery is not possible in an expression over one row"
            })
    void saysWhyATextIsNoExpression(String text, String reason) {
        assertThat(Expression.parse(text).problem()).contains(new SqlProblem(1, reason));
    }

    @Test
    void takesAnExpressionOrAQueryForTouchedUnits() {
        var expression = Touch.parse("day -- of the order").orThrow();
        var query = Touch.parse("SELECT o.day FROM changed JOIN silver.orders o USING (id)")
                .orThrow();

        assertThat(expression.columns()).containsExactly("day");
        assertThat(expression.query().tables()).containsExactly("changed");
        assertThat(expression.query().output().columns()).isEqualTo(List.of("unit"));
        assertThat(query.columns()).isEmpty();
        assertThat(query.query().tables()).containsExactly("changed", "silver.orders");
    }
}
