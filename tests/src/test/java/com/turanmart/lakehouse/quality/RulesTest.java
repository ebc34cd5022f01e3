package com.turanmart.lakehouse.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.turanmart.lakehouse.core.conf.Consequence;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.spark.Jobs;
import com.turanmart.lakehouse.spark.TestSession;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
        assertThat(judge(Quality.NONE, rows()).results()).isEmpty();
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
        assertThat(verdict.lines().get(0))
                .startsWith("held: " + rule + ": ")
                .contains(" of 3 rows break it, expected none; such as id=")
                .endsWith("; failing since 2026-05-04; ask people: deliver later versions of these rows");
        assertThat(verdict.failed().get(0).evidence().toString())
                .doesNotContain("Bakhyt", "4711")
                .doesNotStartWith("0");
    }

    @Test
    void aBrokenRuleOfAllRowsTellsNoRowEither() {
        var verdict = judge(
                blocking("IsPrimaryKey \"name\"", "RowCount > 10"),
                rows(row(1, "Bakhyt"), row(2, "Bakhyt"), row(3, "Dana")));

        assertThat(verdict.failed()).hasSize(2);
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
        assertThat(judge(rule).lines())
                .singleElement()
                .asString()
                .startsWith("held: " + rule + ": there is no column nmae; failing since 2026-05-04; ask people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mean \"name\" > 0", "ColumnCorrelation \"id\" \"name\" > 0.5", "RowCount > avg(last(3))"})
    void aRuleThatCannotBeEvaluatedHolds(String rule) {
        assertThat(judge(rule).holds()).isTrue();
    }

    @Test
    void aBrokenWarningIsToldAndHoldsNothing() {
        var verdict = judge(new Quality(List.of(), List.of("RowCount > 0"), List.of("RowCount > 10")), sound());

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.lines()).singleElement().asString().startsWith("warning: RowCount > 10: ");
    }

    @Test
    void eachOutcomeBelongsToItsOwnRule() {
        var verdict = judge(
                new Quality(
                        List.of(), List.of("RowCount > 10", "RowCount > 0"), List.of("RowCount > 1", "RowCount > 11")),
                sound());

        assertThat(verdict.failed())
                .extracting(RuleResult::rule, RuleResult::consequence)
                .containsExactly(tuple("RowCount > 10", Consequence.BLOCK), tuple("RowCount > 11", Consequence.WARN));
    }

    @Test
    void soItDoesWithMoreRulesThanDeequKeepsInOrder() {
        var passed = List.of(
                "IsComplete \"id\"",
                "IsComplete   \"name\"",
                "RowCount > 0",
                "RowCount between 1 and 9",
                "IsPrimaryKey \"id\"",
                "ColumnValues \"amount\" >= 0 where \"id > 1\"",
                "(RowCount > 1) and (IsComplete \"id\")");
        var failed = List.of("RowCount > 10", "IsComplete \"nmae\"", "Mean \"id\" > 100");

        var verdict = judge(new Quality(List.of(), failed, passed), sound());

        assertThat(verdict.failed()).extracting(RuleResult::rule).containsExactlyElementsOf(failed);
        assertThat(verdict.results()).hasSize(10);
    }

    @Test
    void aRuleAboutTheWholeTableTellsWhatItMeasuredAndWhatWasExpected() {
        var lines = judge("RowCount > 10", "Completeness \"name\" < 0.5").lines();

        assertThat(lines)
                .containsExactly(
                        "held: RowCount > 10: 3, expected > 10; failing since 2026-05-04; ask people: deliver later versions of these rows",
                        "held: Completeness \"name\" < 0.5: 1, expected < 0.5; failing since 2026-05-04; ask people: deliver later versions of"
                                + " these rows");
    }

    @Test
    void aKeyThatComesTwiceIsShownOnce() {
        var verdict = judge(blocking("IsPrimaryKey \"id\""), rows(row(7, "a"), row(7, "b"), row(8, "c")));

        assertThat(verdict.failed().get(0).evidence()).hasToString("2 of 3 rows break it, expected none; such as id=7");
    }

    @Test
    void noMoreThanFiveKeysAreShown() {
        var rows = LongStream.rangeClosed(1, 9).mapToObj(id -> row(id, null)).toArray(Row[]::new);

        var verdict = judge(blocking("IsComplete \"name\""), rows(rows));

        assertThat(verdict.failed().get(0).evidence().samples())
                .containsExactly("id=1", "id=2", "id=3", "id=4", "id=5");
    }

    @Test
    void aPersonalKeyIsNeverShown() {
        var table = People.table(
                blocking("ColumnValues \"id\" > 1"),
                ", privacy: {kind: pseudonym, domain: d, secret: {kind: env, name: SALT}}");

        var verdict = People.gate(table).judge(Candidate.batch(table, sound()));

        assertThat(verdict.failed().get(0).evidence()).hasToString("1 of 3 rows break it, expected none");
    }

    @Test
    void whatEveryRowMustBeHoldsWhereThereIsNoRow() {
        var verdict = judge(
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
        assertThat(judge(blocking("RowCount > 0"), rows()).holds()).isTrue();
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
    void fiveRulesAreJudgedInAFewPassesOverTheRows() {
        var rows = sound();

        var jobs = Jobs.during(() -> judge(
                blocking(
                        "ColumnValues \"amount\" >= 0",
                        "IsComplete \"name\"",
                        "IsComplete \"id\"",
                        "IsPrimaryKey \"id\"",
                        "RowCount > 0"),
                rows));

        assertThat(jobs).isBetween(1, 12);
    }

    private static Verdict judge(String... rules) {
        return judge(blocking(rules), sound());
    }

    private static Verdict judge(Quality quality, Dataset<Row> rows) {
        var table = People.table(quality, "");
        return People.gate(table).judge(Candidate.batch(table, rows));
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
