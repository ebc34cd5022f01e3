package com.turanmart.lakehouse.quality;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.core.conf.Consequence;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.HistoryRule;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Yaml;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Release;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one night records is what the next one compares with. */
class GateRecordsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
    private static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.LongType)
            .add("fee", DataTypes.createDecimalType(18, 2))
            .add("name", DataTypes.StringType);

    private static final GoldTable MART = Yaml.read(GoldTable.class, """
            {table: gold.fees, description: Fees., owner: lending, group: lending, inputs: [silver.people],
             grain: [id], unit: id, touched: {silver.people: id}, quality: {block: [RowCount > 10]}}
            """);

    @Test
    void aNightIsRecordedInOneCommitForAllTablesAndComparedWithAtTheNext(@TempDir Path root) {
        var tables = TestSession.interpreting(root);
        var table = People.table(
                quality(
                        List.of("RowCount > 1"),
                        "{metric: row_count, against: last_days, at_least: 1}",
                        "{metric: sum, column: fee, against: last_days, at_least: 1, consequence: warn}"),
                "");

        var first = night(tables, table, MONDAY, rows(4));
        var bad = night(tables, table, MONDAY.plusDays(1), rows(1));
        var worse = night(tables, table, MONDAY.plusDays(2), rows(1));

        assertThat(first.lines())
                .containsExactly(
                        "learning: RowCount against the last days: 4, still learning: 0 of 1 accepted dates are there",
                        "learning: Sum \"fee\" against the last days: 10, still learning: 0 of 1 accepted dates are there");
        assertThat(bad.holds()).isTrue();
        assertThat(bad.lines())
                .containsExactly(
                        "held: RowCount > 1: 1, expected > 1; failing since 2026-05-05; ask people: deliver later"
                                + " versions of these rows",
                        "held: RowCount against the last days: 1, expected 2 to 8 (50 % to 200 % of 4, the median of 1"
                                + " dates); failing since 2026-05-05; ask people: deliver later versions of these rows",
                        "warning: Sum \"fee\" against the last days: 1, expected 5 to 20 (50 % to 200 % of 10, the"
                                + " median of 1 dates); failing since 2026-05-05; ask people: deliver later versions of"
                                + " these rows");
        assertThat(worse.lines()).hasSize(3).allMatch(line -> line.contains("; failing since 2026-05-05; "));
        assertThat(recorded(tables, "ops.metrics", "data_date", "metric", "value", "state"))
                .containsExactly(
                        "2026-05-04,RowCount,4.0,accepted",
                        "2026-05-04,Sum \"fee\",10.0,accepted",
                        "2026-05-05,RowCount,1.0,held",
                        "2026-05-05,Sum \"fee\",1.0,held",
                        "2026-05-06,RowCount,1.0,held",
                        "2026-05-06,Sum \"fee\",1.0,held");
        assertThat(recorded(tables, "ops.rules", "run", "table", "rule", "consequence", "outcome", "measured"))
                .hasSize(9)
                .contains(
                        "r-2026-05-04,silver.people,RowCount > 1,block,passed,4",
                        "r-2026-05-05,silver.people,RowCount > 1,block,failed,1",
                        "r-2026-05-05,silver.people,Sum \"fee\" against the last days,warn,failed,1");
        assertThat(tables.version(TableName.parse("ops.rules"))).isEqualTo(OptionalLong.of(2));
        assertThat(tables.version(TableName.parse("ops.metrics"))).isEqualTo(OptionalLong.of(2));
    }

    @Test
    void aDayThatWasHeldStaysOutUntilItIsCorrectedAndRunAgain(@TempDir Path root) {
        var tables = TestSession.interpreting(root);
        var table = People.table(
                quality(List.of(), "{metric: row_count, day: day, against: last_days, window: 4, at_least: 1}"), "");
        var tuesday = MONDAY.plusDays(1);
        var wednesday = MONDAY.plusDays(2);
        night(tables, table, MONDAY, of(MONDAY, 4));
        night(tables, table, tuesday, of(tuesday, 1));

        var sound = night(tables, table, wednesday, of(wednesday, 4));
        var corrected = judge(tables, table, later(tuesday), new Releases(List.of()), of(tuesday, 5));
        var again = judge(tables, table, later(wednesday), new Releases(List.of()), of(wednesday, 4));

        assertThat(sound.holds()).isTrue();
        assertThat(sound.lines())
                .singleElement()
                .asString()
                .startsWith("held: RowCount of \"day\" against the last days: 4; it held 2026-05-05, which nobody has"
                        + " corrected and run again, or released");
        assertThat(corrected.holds()).as("%s", corrected.lines()).isFalse();
        assertThat(again.holds()).as("%s", again.lines()).isFalse();
    }

    @Test
    void aRuleThatHoldsLongerThanItsWindowDoesNotBeginToLearnAgain(@TempDir Path root) {
        var tables = TestSession.interpreting(root);
        var table =
                People.table(quality(List.of(), "{metric: row_count, against: last_days, window: 1, at_least: 1}"), "");
        night(tables, table, MONDAY, rows(4));
        night(tables, table, MONDAY.plusDays(1), rows(1));

        var held = night(tables, table, MONDAY.plusDays(2), rows(1));

        assertThat(held.holds()).as("%s", held.lines()).isTrue();
    }

    private static Dataset<Row> of(LocalDate day, int count) {
        return rows(count).withColumn("day", lit(Date.valueOf(day)));
    }

    private static Run later(LocalDate date) {
        return new Run(
                "r-again-" + date, date, Instant.parse("2026-05-20T01:00:00Z").plusSeconds(date.getDayOfMonth()));
    }

    @Test
    void ofNoRowsTheSumIsZeroAndNothingIsMissing() {
        var measured = Histories.measure(
                        List.of(
                                rule("{metric: row_count}"),
                                rule("{metric: sum, column: fee}"),
                                rule("{metric: completeness, column: name}")),
                        rows(0),
                        MONDAY)
                .measured();

        assertThat(measured)
                .containsEntry("RowCount", 0.0)
                .containsEntry("Sum \"fee\"", 0.0)
                .containsEntry("Completeness \"name\"", 1.0);
    }

    @Test
    void nullsAddNothingAndAreMissing() {
        var nulls = TestSession.rows(SCHEMA, List.of(RowFactory.create(1L, null, null)));

        var measured = Histories.measure(
                        List.of(rule("{metric: sum, column: fee}"), rule("{metric: completeness, column: name}")),
                        nulls,
                        MONDAY)
                .measured();

        assertThat(measured).containsEntry("Sum \"fee\"", 0.0).containsEntry("Completeness \"name\"", 0.0);
    }

    @Test
    void aColumnThatIsNotThereOrNoNumberHolds() {
        var table = People.table(quality(List.of(), "{metric: sum, column: feee}", "{metric: sum, column: name}"), "");

        var verdict = People.gate(table).judge(Candidate.batch(table, rows(2)));

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.failed())
                .extracting(failed -> failed.evidence().measured())
                .containsExactly(
                        "it could not be evaluated: there is no column feee",
                        "it could not be evaluated: name is no number");
    }

    @Test
    void onlyRowsOfTheDataDateAreMeasuredWhereADayIsDeclared() {
        var schema = new StructType().add("day", DataTypes.DateType);
        var days = TestSession.rows(
                schema,
                Stream.of("2026-05-03", "2026-05-04", "2026-05-04")
                        .map(day -> RowFactory.create(Date.valueOf(day)))
                        .toList());

        assertThat(Histories.measure(List.of(rule("{metric: row_count, day: day}")), days, MONDAY)
                        .measured())
                .containsEntry("RowCount of \"day\"", 2.0);
    }

    @Test
    void aReleaseLetsAMartPassUntilItExpiresAndItsValuesTeachNothing(@TempDir Path root) {
        var tables = TestSession.interpreting(root);
        var storage = TestSession.storage(root);
        var monday = run(MONDAY);
        assertThat(judge(tables, MART, monday, Releases.in(storage, monday)).holds())
                .isTrue();
        assertThat(new RuleLog(tables).held(monday.id(), List.of(MART.table()))).containsExactly("RowCount > 10");
        var release = new Release(
                "lending",
                monday.id(),
                "RowCount > 10",
                "a holiday",
                "lending on call",
                "2026-05-05T00:00:00Z",
                "2026-05-06");

        Releases.add(storage, release);

        var tuesday = run(MONDAY.plusDays(1));
        var released = judge(tables, MART, tuesday, Releases.in(storage, tuesday));
        assertThat(released.holds()).isFalse();
        assertThat(released.lines())
                .containsExactly("released: RowCount > 10: 2, expected > 10; failing since 2026-05-04; ask lending:"
                        + " correct its inputs or its SQL");
        assertThat(Releases.in(storage, tuesday).of(MART))
                .singleElement()
                .hasToString("released until 2026-05-06 by lending on call: RowCount > 10 (a holiday)");
        assertThat(Releases.in(storage, run(MONDAY.plusDays(2))).open()).isEmpty();
        assertThat(recorded(tables, "ops.metrics", "data_date", "state"))
                .containsExactly("2026-05-04,held", "2026-05-05,overridden");
        assertThatThrownBy(() -> Releases.add(storage, release))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Cannot release: this rule of run r-2026-05-04 was released before");
    }

    @Test
    void aFileThatIsNoReleaseCountsForNothingAndIsNamed(@TempDir Path root) throws IOException {
        var folder = Files.createDirectories(root.resolve("ops/releases/lending"));
        Files.writeString(folder.resolve("cut.json"), "{\"group\":\"lending\",\"ru");
        Files.writeString(folder.resolve("day.json"), "{\"group\":\"lending\",\"expires\":\"2026-1-1\"}");
        var storage = TestSession.storage(root);

        var releases = Releases.in(storage, run(MONDAY));

        assertThat(releases.open()).isEmpty();
        assertThat(releases.lines(MART))
                .hasSize(2)
                .allMatch(line ->
                        line.endsWith(".json is no release and counts for nothing. Take it away and release again."));
    }

    @Test
    void whatTheNextBuildsStandOnAndWhatNobodyKnowsIsNeverReleased() {
        var rules = List.of("IsPrimaryKey \"id\"", "RowCount > 10");
        var releases = new Releases(rules.stream()
                .map(rule -> new Release("lending", "r-1", rule, "why", "who", "2026-05-04T00:00:00Z", "2026-05-09"))
                .toList());

        assertThat(releases.apply(MART, failed(rules.get(0), Evidence.of("0.5", "1")))
                        .holds())
                .isTrue();
        assertThat(releases.apply(MART, failed(rules.get(1), Evidence.notEvaluated("no such column")))
                        .holds())
                .isTrue();
        assertThat(releases.apply(MART, failed(rules.get(1), Evidence.of("2", "> 10")))
                        .holds())
                .isFalse();
    }

    @Test
    void unitsThatMayNotBeShownAreCounted() {
        var candidate = new Candidate(MART, rows(1), Set.of("+998901234567", "+998901234568"), sql -> rows(1));
        var failed = failed("RowCount > 10", Evidence.of("1", "> 10"));

        assertThat(new Hint(candidate, List.of(), MONDAY).of(failed)).startsWith("new are 2 units; failing since");
        assertThat(new Hint(candidate, List.of("id"), MONDAY).of(failed))
                .startsWith("new are id +998901234567, +998901234568; failing since");
    }

    private static RuleResult failed(String rule, Evidence evidence) {
        return RuleResult.failed(rule, Consequence.BLOCK, evidence);
    }

    private static Run run(LocalDate date) {
        return new Run(
                "r-" + date, date, date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Verdict judge(Tables tables, Table table, Run run, Releases releases) {
        return judge(tables, table, run, releases, rows(2));
    }

    private static Verdict judge(Tables tables, Table table, Run run, Releases releases, Dataset<Row> rows) {
        var gate = new Gate(run, tables, List.of(table), releases);
        var verdict = gate.judge(Candidate.batch(table, rows));
        var result = verdict.holds()
                ? StepResult.of(Outcome.HELD, Counts.NONE, verdict.lines())
                : StepResult.of(Outcome.LOADED, Counts.loaded(1, 0), verdict.lines());
        gate.write(List.of(new StepReport("silver", table.table().toString(), 0, result)));
        return verdict;
    }

    private static Verdict night(Tables tables, Table table, LocalDate date, Dataset<Row> rows) {
        return judge(tables, table, run(date), new Releases(List.of()), rows);
    }

    private static List<String> recorded(Tables tables, String name, String first, String... columns) {
        return tables.read(TableName.parse(name)).select(first, columns).collectAsList().stream()
                .map(row -> row.mkString(","))
                .sorted()
                .toList();
    }

    private static Quality quality(List<String> block, String... history) {
        return new Quality(
                List.of(),
                block,
                List.of(),
                List.of(),
                Stream.of(history).map(GateRecordsTest::rule).toList());
    }

    private static HistoryRule rule(String yaml) {
        return Yaml.read(HistoryRule.class, yaml);
    }

    private static Dataset<Row> rows(int count) {
        return TestSession.rows(
                SCHEMA,
                IntStream.rangeClosed(1, count)
                        .mapToObj(id -> RowFactory.create((long) id, BigDecimal.valueOf(id), "n"))
                        .toList());
    }
}
