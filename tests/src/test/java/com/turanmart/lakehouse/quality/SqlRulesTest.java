package com.turanmart.lakehouse.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Yaml;
import com.turanmart.lakehouse.spark.Jobs;
import com.turanmart.lakehouse.spark.TestSession;
import java.sql.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class SqlRulesTest {
    private static final SparkSession SESSION = TestSession.SPARK.newSession();
    private static final StructType MART = new StructType()
            .add("lent_on", DataTypes.DateType)
            .add("branch", DataTypes.StringType)
            .add("loans", DataTypes.LongType);
    private static final StructType LOANS =
            new StructType().add("loan_id", DataTypes.LongType).add("lent_on", DataTypes.DateType);
    private static final String RECONCILED = """
            SELECT lent_on, m.loans, s.loans AS sent
            FROM (SELECT lent_on, sum(loans) AS loans FROM gold.loans_daily GROUP BY lent_on) AS m
            FULL JOIN (SELECT lent_on, count(*) AS loans FROM silver.loans GROUP BY lent_on) AS s USING (lent_on)
            WHERE NOT m.loans <=> s.loans
            """;

    @Test
    void aMartThatAgreesWithItsInputPasses() {
        var verdict = judge(rule(RECONCILED, ""), mart(mart(4, "east", 2L)), loans(4, 4));

        assertThat(verdict.lines()).isEmpty();
        assertThat(verdict.results())
                .filteredOn(result -> result.rule().equals("agrees"))
                .singleElement()
                .extracting(result -> result.evidence().toString())
                .isEqualTo("0 bad rows, expected none");
    }

    @Test
    void bothEmptyIsNoDifference() {
        assertThat(judge(rule(RECONCILED, ""), mart(), loans()).lines()).isEmpty();
    }

    @Test
    void whatIsOnlyOnOneSideIsToldWithKeyScopeHelpAndOwner() {
        var verdict = judge(rule(RECONCILED, ""), mart(mart(4, "east", 2L), mart(6, null, 1L)), loans(4, 5));

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.lines())
                .containsExactly(
                        "held: agrees: 3 bad rows, expected none; such as lent_on=2026-05-04,"
                                + " lent_on=2026-05-05, lent_on=2026-05-06; new are lent_on 2026-05-04; failing since 2026-05-04; ask lending: count again");
    }

    @Test
    void rowsUpToTheToleranceAreNoFailureAndOneMoreIs() {
        var query = "SELECT lent_on, branch FROM gold.loans_daily WHERE branch IS NULL";
        var rows = mart(mart(4, "east", 2L), mart(5, null, 1L));

        assertThat(judge(rule(query, ", at_most: 1"), rows, loans()).holds()).isFalse();
        assertThat(judge(rule(query, ""), rows, loans()).lines())
                .singleElement()
                .asString()
                .startsWith("held: agrees: 1 bad row, expected none; such as lent_on=2026-05-05 branch=null; ");
    }

    @Test
    void aWarningHoldsNothing() {
        var verdict = judge(rule("SELECT 1 AS one", ", consequence: warn"), mart(), loans());

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.lines())
                .containsExactly(
                        "warning: agrees: 1 bad row, expected none; new are lent_on 2026-05-04; failing since 2026-05-04; ask lending: count again");
    }

    @Test
    void aColumnThatIsNotThereHoldsAndOnlyItsRuleFails() {
        var rules = rule("SELECT brunch FROM gold.loans_daily", "") + other("SELECT 1 AS one FROM gold.loans_daily");

        var verdict = judge(rules, mart(), loans());

        assertThat(verdict.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.rule()).isEqualTo("agrees");
            assertThat(failed.evidence().measured())
                    .startsWith("it could not be evaluated: ")
                    .contains("`brunch`");
        });
        assertThat(verdict.holds()).isTrue();
    }

    @Test
    void aQueryThatBreaksOnARowHoldsAndDoesNotQuoteTheRow() {
        var rules = rule("SELECT raise_error(branch) AS a FROM gold.loans_daily", "")
                + other("SELECT 1 AS one FROM gold.loans_daily WHERE loans < 0");

        var verdict = judge(rules, mart(mart(4, "Bakhyt", 2L)), loans());

        assertThat(verdict.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.rule()).isEqualTo("agrees");
            assertThat(failed.line()).contains("it could not be evaluated").doesNotContain("Bakhyt");
        });
    }

    @Test
    void rulesOfATableShareAJob() {
        var rows = mart(mart(4, "east", 2L)).cache();
        rows.count();
        var query = "SELECT lent_on FROM gold.loans_daily WHERE loans < 0";

        var one = Jobs.during(() -> judge(rule(query, ""), rows, loans()));
        var three = Jobs.during(() -> judge(rule(query, "") + other(query) + third(query), rows, loans()));

        assertThat(three).isEqualTo(one);
    }

    private static String rule(String query, String more) {
        return entry("agrees", query, more);
    }

    private static String other(String query) {
        return entry("another", query, "");
    }

    private static String third(String query) {
        return entry("third", query, "");
    }

    private static String entry(String name, String query, String more) {
        return "    - {name: " + name + ", says: count again, query: \"" + query.replace("\n", " ") + "\"" + more
                + "}\n";
    }

    private static Verdict judge(String rules, Dataset<Row> mart, Dataset<Row> loans) {
        var table = Yaml.read(GoldTable.class, """
                table: gold.loans_daily
                description: Loans per day and branch.
                owner: lending
                group: lending
                inputs: [silver.loans]
                grain: [lent_on, branch]
                unit: lent_on
                touched: {silver.loans: lent_on}
                quality:
                  sql:
                """ + rules);
        mart.createOrReplaceTempView("mart");
        loans.createOrReplaceTempView("loans");
        return People.gate(table)
                .judge(new Candidate(
                        table,
                        mart,
                        Set.of("2026-05-04"),
                        sql -> SESSION.sql(sql.renamed(name -> name.equals("gold.loans_daily") ? "mart" : "loans"))));
    }

    private static Row mart(int day, String branch, long loans) {
        return RowFactory.create(day(day), branch, loans);
    }

    private static Dataset<Row> mart(Row... rows) {
        return SESSION.createDataFrame(List.of(rows), MART);
    }

    private static Dataset<Row> loans(int... days) {
        return SESSION.createDataFrame(
                IntStream.range(0, days.length)
                        .mapToObj(i -> RowFactory.create((long) i, day(days[i])))
                        .toList(),
                LOANS);
    }

    private static Date day(int day) {
        return Date.valueOf("2026-05-0" + day);
    }
}
