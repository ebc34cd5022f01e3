package com.turanmart.lakehouse.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.spark.TestSession;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.LongType)
            .add("name", DataTypes.StringType)
            .add("amount", DataTypes.createDecimalType(18, 2));

    @Test
    void noRulesAreNoObjection() {
        assertThat(Rules.judge(new Quality(List.of(), List.of(), List.of()), rows()))
                .isEqualTo(Verdict.CLEAN);
    }

    @Test
    void rowsThatKeepEveryRulePass() {
        var verdict = judge(
                "ColumnValues \"amount\" >= 0",
                "IsComplete \"name\"",
                "IsPrimaryKey \"id\"",
                "RowCount between 1 and 9");

        assertThat(verdict.lines()).isEmpty();
        assertThat(verdict.holds()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ColumnValues \"name\" in [\"Aigerim\"]",
                "ColumnValues \"amount\" > 4711.11",
                "ColumnLength \"name\" < 7",
                "(ColumnValues \"name\" in [\"Aigerim\"]) and (IsComplete \"id\")"
            })
    void aBrokenRuleTellsHowManyRowsBreakItAndNoneOfThem(String rule) {
        var verdict = judge(rule);

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.lines().get(0)).startsWith("held: " + rule + ": ").endsWith(" of 3 rows break it");
        assertThat(verdict.blocking().get(0).reason())
                .doesNotContain("Bakhyt", "4711")
                .doesNotStartWith("0");
    }

    @Test
    void aBrokenRuleOfAllRowsTellsNoRowEither() {
        var verdict = Rules.judge(
                blocking("IsPrimaryKey \"name\"", "RowCount > 10"),
                rows(row(1, "Bakhyt"), row(2, "Bakhyt"), row(3, "Dana")));

        assertThat(verdict.blocking()).hasSize(2);
        assertThat(verdict.lines().toString()).doesNotContain("Bakhyt", "Dana");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IsComplete \"nmae\"",
                "ColumnValues \"nmae\" > 0",
                "IsPrimaryKey \"id\" \"nmae\"",
                "Mean \"nmae\" > 0"
            })
    void aRuleOnAColumnThatIsNotThereHolds(String rule) {
        assertThat(judge(rule).lines()).containsExactly("held: " + rule + ": there is no column nmae");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mean \"name\" > 0", "ColumnCorrelation \"id\" \"name\" > 0.5", "RowCount > avg(last(3))"})
    void aRuleThatCannotBeEvaluatedHolds(String rule) {
        assertThat(judge(rule).holds()).isTrue();
    }

    @Test
    void aBrokenWarningIsToldAndHoldsNothing() {
        var verdict = Rules.judge(new Quality(List.of(), List.of("RowCount > 0"), List.of("RowCount > 10")), sound());

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.lines()).singleElement().asString().startsWith("warning: RowCount > 10: ");
    }

    @Test
    void eachOutcomeBelongsToItsOwnRule() {
        var verdict = Rules.judge(
                new Quality(
                        List.of(), List.of("RowCount > 10", "RowCount > 0"), List.of("RowCount > 1", "RowCount > 11")),
                sound());

        assertThat(verdict.blocking()).extracting(Finding::rule).containsExactly("RowCount > 10");
        assertThat(verdict.warnings()).extracting(Finding::rule).containsExactly("RowCount > 11");
    }

    @Test
    void whatEveryRowMustBeHoldsWhereThereIsNoRow() {
        var verdict = Rules.judge(
                blocking(
                        "ColumnValues \"amount\" >= 0",
                        "ColumnLength \"name\" > 3",
                        "IsComplete \"name\"",
                        "IsUnique \"id\"",
                        "IsPrimaryKey \"id\"",
                        "Completeness \"name\" > 0.9"),
                rows());

        assertThat(verdict.lines()).isEmpty();
    }

    @Test
    void aRuleAboutTheNumberOfRowsIsBrokenWhereThereIsNone() {
        assertThat(Rules.judge(blocking("RowCount > 0"), rows()).holds()).isTrue();
    }

    @Test
    void sortingLosesAndDoublesNoRow() {
        var rows = rows(row(1, "a"), row(2, null), row(3, "b"), row(3, "b"), row(4, "zz"));

        var sorted = Rules.sort(quarantine("ColumnValues \"name\" in [\"a\", \"b\"]"), rows);

        assertThat(ids(sorted.sound())).containsExactlyInAnyOrder(1L, 3L, 3L);
        assertThat(ids(sorted.broken())).containsExactlyInAnyOrder(2L, 4L);
    }

    @Test
    void aBrokenRowNamesEveryRuleThatItBreaks() {
        var sorted = Rules.sort(
                quarantine("IsComplete \"name\"", "ColumnValues \"id\" > 5", "ColumnValues \"amount\" >= 0"),
                rows(row(1, null)));

        assertThat(sorted.broken().select("_broken").first().getString(0))
                .isEqualTo("IsComplete \"name\"; ColumnValues \"id\" > 5");
    }

    @Test
    void sortedRowsHaveTheColumnsThatTheyCameWith() {
        var sorted = Rules.sort(quarantine("IsComplete \"name\""), sound());

        assertThat(sorted.sound().schema().fieldNames()).isEqualTo(SCHEMA.fieldNames());
        assertThat(sorted.broken().columns()).containsExactly("id", "name", "amount", "_broken");
    }

    @Test
    void withoutRulesEveryRowIsSound() {
        var sorted = Rules.sort(quarantine(), sound());

        assertThat(sorted.sound().count()).isEqualTo(3);
        assertThat(sorted.broken().count()).isZero();
    }

    @Test
    void fiveRulesAreJudgedInAFewPassesOverTheRows() throws Exception {
        var rows = sound();
        var jobs = new AtomicInteger();
        var counting = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart start) {
                jobs.incrementAndGet();
            }
        };
        var context = TestSession.SPARK.sparkContext();
        context.listenerBus().waitUntilEmpty();
        context.addSparkListener(counting);
        try {
            Rules.judge(
                    blocking(
                            "ColumnValues \"amount\" >= 0",
                            "IsComplete \"name\"",
                            "IsComplete \"id\"",
                            "IsPrimaryKey \"id\"",
                            "RowCount > 0"),
                    rows);
            context.listenerBus().waitUntilEmpty();
        } finally {
            context.removeSparkListener(counting);
        }

        assertThat(jobs.get()).isBetween(1, 12);
    }

    private static Verdict judge(String... rules) {
        return Rules.judge(blocking(rules), sound());
    }

    private static Quality blocking(String... rules) {
        return new Quality(List.of(), List.of(rules), List.of());
    }

    private static Quality quarantine(String... rules) {
        return new Quality(List.of(rules), List.of(), List.of());
    }

    private static Dataset<Row> sound() {
        return rows(row(1, "Aigerim"), row(2, "Bakhyt"), row(3, "Bakhytzhan"));
    }

    private static Row row(long id, String name) {
        return RowFactory.create(id, name, new java.math.BigDecimal("4711.11"));
    }

    private static Dataset<Row> rows(Row... rows) {
        return TestSession.rows(SCHEMA, List.of(rows));
    }

    private static Stream<Long> ids(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.getAs("id"));
    }
}
