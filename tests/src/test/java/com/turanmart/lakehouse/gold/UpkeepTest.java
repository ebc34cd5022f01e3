package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Yaml;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.Merge;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.quality.Releases;
import com.turanmart.lakehouse.spark.TestSession;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L5 and L6 of the three ways in which a table by SQL is kept up with its inputs. */
class UpkeepTest {
    private static final Run RUN = new Run("r-1", LocalDate.of(2026, 5, 4), Instant.parse("2026-05-05T01:00:00Z"));
    private static final TableName LOANS = TableName.parse("silver.loans");
    private static final TableName MEMBERS = TableName.parse("silver.members");
    private static final String SQL = """
            WITH lent AS (SELECT member, day, SUM(fee) AS fees, COUNT(*) AS loans FROM silver.loans GROUP BY member, day)
            SELECT m.member, l.day, m.city, COALESCE(l.loans, 0L) AS loans, l.fees
            FROM silver.members AS m JOIN lent AS l ON l.member = m.member
            """;
    private static final String HEAD = "description: Loans., owner: lending, group: lending,"
            + " inputs: [silver.loans, silver.members], grain: [member, day]";
    private static final GoldTable BY_UNIT = mart(
            "by_unit",
            "unit: day,"
                    + " touched: {silver.loans: day, silver.members: 'SELECT l.day FROM changed AS c JOIN silver.loans AS l"
                    + " ON l.member = c.member'}");
    private static final GoldTable BY_KEY = mart(
            "by_key",
            "kind: by_key, unit: member, touched: {silver.loans: member, silver.members: member},"
                    + " narrow: {silver.loans: member, silver.members: member}");
    private static final GoldTable FULL = mart("full", "kind: full");

    @TempDir
    private Path root;

    private SparkSession session;
    private Tables tables;
    private List<GoldTable> marts = List.of(BY_UNIT, BY_KEY, FULL);
    private String sql = SQL;
    private Set<TableName> anew = Set.of();

    private static GoldTable mart(String name, String upkeep) {
        return Yaml.read(GoldTable.class, "{table: gold." + name + ", " + HEAD + ", " + upkeep + "}");
    }

    @BeforeEach
    void fewRows() {
        session = TestSession.SPARK.newSession();
        tables = new Tables(session, TestSession.storage(root));
        create(
                LOANS,
                "SELECT id AS loan, id % 9 AS member, DATE '2026-05-01' + CAST(id % 5 AS INT) AS day,"
                        + " CAST(id AS DECIMAL(18, 2)) AS fee FROM range(60)");
        create(MEMBERS, "SELECT id AS member, concat('c', id % 3) AS city FROM range(9)");
    }

    /** L5: whatever was inserted, changed and deleted since, each table is what its SQL gives at once. */
    @Test
    void everyKindEqualsARebuild() {
        var seed = new Random().nextLong();
        var dice = new Random(seed);
        build();
        for (var step = 0; step < 3; step++) {
            change(dice);
            build();
            for (var mart : marts) {
                assertThat(rows(mart))
                        .as("%s, seed %d, step %d", mart.table(), seed, step)
                        .isEqualTo(truth());
            }
        }
    }

    /** L6: of a table by key the rows that have become others are marked, and no file is copied. */
    @Test
    void byKeyWritesTheRowsThatChange() {
        marts = List.of(BY_KEY);
        build();
        merge(
                LOANS,
                "loan",
                "SELECT 7L AS loan, 7L AS member, DATE '2026-05-03' AS day, CAST(1 AS DECIMAL(18, 2)) AS fee,"
                        + " false AS gone");

        assertThat(build().get("by_key")).satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(result.counts().read()).as("the rows of member 7").isEqualTo(5);
        });
        assertThat(tables.latest(BY_KEY.table())).satisfies(commit -> {
            assertThat(commit.count("numTargetRowsUpdated")).isEqualTo(1);
            assertThat(commit.count("numTargetRowsInserted") + commit.count("numTargetRowsDeleted"))
                    .isZero();
            assertThat(commit.count("numTargetRowsCopied")).isZero();
            assertThat(commit.count("numTargetDeletionVectorsAdded")).isEqualTo(1);
        });
        assertThat(rows(BY_KEY)).isEqualTo(truth());
    }

    /** L6: of a table by unit the files of the touched day are replaced, and those of no other day. */
    @Test
    void byUnitReplacesTheFilesOfTheTouchedDay() {
        marts = List.of(BY_UNIT);
        build();
        var before = files(BY_UNIT);
        merge(
                LOANS,
                "loan",
                "SELECT 900L AS loan, 7L AS member, DATE '2026-05-03' AS day, CAST(1 AS DECIMAL(18, 2)) AS fee,"
                        + " false AS gone");

        build();

        var after = files(BY_UNIT);
        assertThat(after).isNotEqualTo(before).hasSameSizeAs(before);
        assertThat(before)
                .filteredOn(file -> !after.contains(file))
                .isNotEmpty()
                .allMatch(file -> file.contains("/day=2026-05-03/"));
        assertThat(after)
                .filteredOn(file -> !before.contains(file))
                .isNotEmpty()
                .allMatch(file -> file.contains("/day=2026-05-03/"));
        assertThat(rows(BY_UNIT)).isEqualTo(truth());
    }

    /** L5: rows of two definitions do not go together. */
    @Test
    void anotherDefinitionIsComputedAsAWhole() {
        marts = List.of(BY_KEY);
        build();
        assertThat(build().get("by_key").outcome()).as("nothing is touched").isEqualTo(Outcome.UNCHANGED);

        anew = Set.of(BY_KEY.table());
        assertThat(build().get("by_key")).satisfies(result -> {
            assertThat(result.counts().read()).isEqualTo(truth().size());
            assertThat(result.notes()).contains("computed as a whole: asked for");
        });
        anew = Set.of();

        sql = SQL.replace("COALESCE(l.loans, 0L)", "COALESCE(l.loans, 0L) + 1");
        assertThat(build().get("by_key").notes()).contains("computed as a whole: its definition is another one");
        assertThat(rows(BY_KEY)).isEqualTo(truth());

        sql = SQL.replace("m.city", "m.city, length(m.city) AS letters");
        assertThat(build().get("by_key").notes()).contains("computed as a whole: its columns are others");
        assertThat(rows(BY_KEY)).isEqualTo(truth());
    }

    /** A day that is older than the newest one by more than a day is closed: what comes later leaves it as it is. */
    @Test
    void whatReadsItselfKeepsWhatItHasPublished() {
        var closing = Yaml.read(GoldTable.class, """
                {table: gold.closing, description: Loans., owner: lending, group: lending, inputs: [silver.loans],
                 grain: [day], unit: day, touched: {silver.loans: day}, reads_itself: true}
                """);
        marts = List.of(closing);
        sql = """
                WITH open AS (SELECT date_sub(max(day), 1) AS first_day FROM silver.loans)
                SELECT l.day, COUNT(*) AS loans
                FROM silver.loans AS l CROSS JOIN open AS o
                LEFT ANTI JOIN gold.closing AS c ON c.day = l.day AND c.day < o.first_day
                GROUP BY l.day
                UNION ALL
                SELECT c.day, c.loans FROM gold.closing AS c CROSS JOIN open AS o WHERE c.day < o.first_day
                """;
        build();
        assertThat(rows(closing)).hasSize(5).contains("[2026-05-01,12]", "[2026-05-05,12]");

        merge(
                LOANS,
                "loan",
                "SELECT 100 + id AS loan, 1L AS member, DATE '2026-05-01' + CAST(4 * id AS INT) AS day,"
                        + " CAST(1 AS DECIMAL(18, 2)) AS fee, false AS gone FROM range(2)");
        build();
        assertThat(rows(closing)).hasSize(5).contains("[2026-05-01,12]", "[2026-05-05,13]");

        anew = Set.of(closing.table());
        build();
        assertThat(rows(closing)).as("made anew").hasSize(5).contains("[2026-05-01,12]", "[2026-05-05,13]");

        sql = sql.replace("AS loans", "AS lent").replace("c.loans", "c.lent");
        assertThatThrownBy(this::build).hasMessageContaining("lent is new, loans is not declared any more");
    }

    private Map<String, StepResult> build() {
        var text = new LinkedHashMap<TableName, String>();
        marts.forEach(mart -> text.put(mart.table(), sql));
        var gate = new Gate(RUN, tables, marts, new Releases(List.of()));
        var results = new LinkedHashMap<String, StepResult>();
        try (var build = new SqlBuild(session, tables, gate, marts, text, anew)) {
            for (var mart : marts) {
                results.put(mart.table().name(), build.stage(RUN, mart).orElseGet(() -> build.commit(RUN, mart)));
            }
        }
        return results;
    }

    private void change(Random dice) {
        merge(
                LOANS,
                "loan",
                "SELECT id + %d AS loan, (id * 7) %% 11 AS member, DATE '2026-05-01' + CAST(id %% 6 AS INT)"
                                .formatted(dice.nextInt(60))
                        + " AS day, CAST(id * 3 AS DECIMAL(18, 2)) AS fee, id % 4 = 0 AS gone FROM range("
                        + (1 + dice.nextInt(6)) + ")");
        if (dice.nextBoolean()) {
            merge(
                    MEMBERS,
                    "member",
                    "SELECT %dL AS member, 'c%d' AS city, %s AS gone"
                            .formatted(dice.nextInt(11), dice.nextInt(4), dice.nextInt(3) == 0));
        }
    }

    private void create(TableName table, String rows) {
        tables.create(
                table,
                session.sql(rows).coalesce(1),
                Stamp.ofInputs(RUN, Map.of()),
                Map.of("delta.enableChangeDataFeed", "true"));
    }

    private void merge(TableName table, String key, String rows) {
        tables.merge(
                table,
                Merge.of(session.sql(rows), "kept." + key + " = fresh." + key)
                        .deleteWhen("fresh.gone")
                        .updateWhen("true")
                        .insertWhen("NOT fresh.gone"),
                Stamp.ofInputs(RUN, Map.of()));
    }

    private Set<String> files(GoldTable mart) {
        return Set.of(tables.read(mart.table()).inputFiles());
    }

    private List<String> rows(GoldTable mart) {
        return sorted(tables.read(mart.table()).collectAsList());
    }

    private List<String> truth() {
        tables.read(LOANS).createOrReplaceTempView("loans");
        tables.read(MEMBERS).createOrReplaceTempView("members");
        return sorted(session.sql(sql.replace("silver.", "")).collectAsList());
    }

    private static List<String> sorted(List<Row> rows) {
        return new ArrayList<>(rows).stream().map(Row::toString).sorted().toList();
    }
}
