package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.architecture.Repository;
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
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights on which facts arrive for days of any age, until most of these are closed: the marts of the configuration. */
class FinanceClosingTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Run RUN = new Run("r-1", FIRST, Instant.parse("2026-01-02T01:00:00Z"));
    private static final TableName DAYS = TableName.parse("silver.finance_days");
    private static final TableName LATEST = TableName.parse("silver.latest_day");
    private static final GoldTable CLOSING = mart("finance_closing", true);
    /** Its rules ask for all that finance reads. */
    private static final GoldTable DAILY = mart("finance_daily", false);

    private static final GoldTable ADJUSTMENTS = mart("finance_adjustments", true);
    private static final List<GoldTable> GROUP = List.of(CLOSING, DAILY, ADJUSTMENTS);
    private static final Map<TableName, String> SQL = GROUP.stream()
            .map(GoldTable::table)
            .collect(Collectors.toMap(
                    table -> table,
                    table -> Repository.read(Repository.root().resolve("conf/sql/gold/" + table.name() + ".sql"))));
    private static final Set<String> KEYS = Set.of("business_date", "country", "category", "currency", "booked_on");
    private static final int NIGHTS = 5;

    @TempDir
    private Path root;

    private SparkSession session;
    private Tables tables;
    private LocalDate latest = FIRST.plusDays(44);

    private static GoldTable mart(String name, boolean withRules) {
        var text = Repository.read(Repository.root().resolve("conf/tables/gold/" + name + ".yaml"));
        return Yaml.read(GoldTable.class, withRules ? text : text.substring(0, text.indexOf("quality:")));
    }

    @BeforeEach
    void inputs() {
        session = TestSession.SPARK.newSession();
        session.conf().set("spark.sql.shuffle.partitions", "1");
        tables = new Tables(session, TestSession.storage(root));
        for (var read : List.of("silver.bookings", "silver.deliveries", "silver.fx_rates")) {
            create(TableName.parse(read), session.sql("SELECT DATE '2026-01-01' AS business_date"));
        }
        latestIs(latest);
    }

    @Test
    void aClosedDayStaysAndBothMartsMakeWhatSilverSays() {
        var seed = new Random().nextLong();
        var dice = new Random(seed);
        create(DAYS, session.sql(facts(dice, 12)).where("NOT gone").drop("gone"));
        build(Set.of());
        for (var night = 0; night < NIGHTS; night++) {
            var told = "seed %d, night %d".formatted(seed, night);
            merge(facts(dice, 6));
            // Every third night the newest order turns out to have been misdated.
            latest = latest.plusDays(night % 3 == 2 ? -3 : 10 + dice.nextInt(15));
            latestIs(latest);
            var firstOpen = firstOpen();
            var published = only(figures(DAILY), day -> day.isBefore(firstOpen));
            var closed = days(published);
            var files = files(closed);
            var booked = entries();

            build(Set.of());

            assertThat(only(figures(DAILY), closed::contains)).as(told).isEqualTo(published);
            assertThat(files(closed)).as(told).isEqualTo(files);
            assertThat(sum(figures(DAILY), figures(ADJUSTMENTS)))
                    .as(told)
                    .isEqualTo(sum(figures(tables.read(DAYS)), Map.of()));
            assertThat(entries()).as("%s: what was booked stays", told).containsAll(not(bookedOn(firstOpen), booked));
            assertThat(not(booked::contains, entries())).as(told).allMatch(bookedOn(firstOpen));
            assertThat(days(figures(ADJUSTMENTS))).as(told).allMatch(day -> day.isBefore(firstOpen));
        }
        var daily = figures(DAILY);
        var entries = entries();
        assertThat(entries).as("seed %d", seed).isNotEmpty();

        assertThat(build(Set.of())).as("the same night again").containsOnly(Outcome.UNCHANGED);
        assertThat(build(GROUP.stream().map(GoldTable::table).collect(Collectors.toSet())))
                .as("made anew")
                .containsOnly(Outcome.PUBLISHED);

        assertThat(figures(DAILY)).as("made anew, seed %d", seed).isEqualTo(daily);
        assertThat(entries()).as("made anew, seed %d", seed).isEqualTo(entries);
    }

    /** As a group is built: nothing is committed before all is staged. */
    private List<Outcome> build(Set<TableName> anew) {
        var ended = new TreeMap<TableName, StepResult>();
        try (var build = new SqlBuild(
                session, tables, new Gate(RUN, tables, GROUP, new Releases(List.of())), GROUP, SQL, anew)) {
            GROUP.forEach(mart -> build.stage(RUN, mart).ifPresent(result -> ended.put(mart.table(), result)));
            assertThat(ended.values()).allMatch(result -> result.outcome() == Outcome.UNCHANGED);
            GROUP.forEach(mart -> ended.computeIfAbsent(mart.table(), table -> build.commit(RUN, mart)));
        }
        return ended.values().stream().map(StepResult::outcome).toList();
    }

    private LocalDate firstOpen() {
        var now = latest.minusDays(44);
        var before = tables.read(CLOSING.table()).first().getDate(0).toLocalDate();
        return now.isAfter(before) ? now : before;
    }

    /** Rows of some days, new, changed or gone: two categories, figures that fit each other. */
    private static String facts(Random dice, int count) {
        var rows = new TreeMap<String, String>();
        for (var fact = 0; fact < count; fact++) {
            var key = "DATE '%s', '%s'"
                    .formatted(FIRST.plusDays(6L * dice.nextInt(12)), dice.nextBoolean() ? "toys" : "books");
            rows.put(
                    key,
                    "(%s, %d, %d, %s)".formatted(key, 10 + dice.nextInt(90), dice.nextInt(9), dice.nextInt(4) == 0));
        }
        var amounts = Stream.of("", "_usd")
                .map(ending -> """
                        n AS gross_sales%1$s, 1 AS discounts%1$s, n - 1 AS net_sales%1$s, 2 AS tax%1$s,
                        k AS shipping_income%1$s, 0 AS refunds%1$s, 3 AS cogs%1$s, 0 AS delivery_cost%1$s,
                        0 AS payment_fees%1$s, n - 1 + k - 3 AS margin%1$s""".formatted(ending))
                .flatMap(list -> Stream.of(list.split(",")))
                .map(amount -> amount.strip().replaceFirst("(.*) AS", "CAST($1 AS DECIMAL(18, 2)) AS"))
                .collect(Collectors.joining(", "));
        return "SELECT day AS business_date, 'KZ' AS country, category, 'KZT' AS currency, CAST(k AS BIGINT) AS orders,"
                + " CAST(n AS BIGINT) AS units, CAST(k AS BIGINT) AS buyers, " + amounts + ", gone FROM VALUES "
                + String.join(", ", rows.values()) + " AS f(day, category, n, k, gone)";
    }

    private void create(TableName table, Dataset<Row> rows) {
        tables.create(
                table, rows.coalesce(1), Stamp.ofInputs(RUN, Map.of()), Map.of("delta.enableChangeDataFeed", "true"));
    }

    private void merge(String rows) {
        tables.merge(
                DAYS,
                Merge.of(
                                session.sql(rows),
                                "kept.business_date = fresh.business_date AND kept.category = fresh.category")
                        .deleteWhen("fresh.gone")
                        .updateWhen("true")
                        .insertWhen("NOT fresh.gone"),
                Stamp.ofInputs(RUN, Map.of()));
    }

    private void latestIs(LocalDate day) {
        tables.replace(
                LATEST,
                session.sql("SELECT DATE '" + day + "' AS latest_day"),
                Stamp.ofInputs(RUN, Map.of()),
                List.of(),
                Map.of());
    }

    private Map<String, List<BigDecimal>> figures(GoldTable mart) {
        return figures(tables.read(mart.table()));
    }

    /** What a table says in all of a day and a category. */
    private static Map<String, List<BigDecimal>> figures(Dataset<Row> rows) {
        var names =
                Stream.of(rows.columns()).filter(name -> !KEYS.contains(name)).toList();
        var figures = new TreeMap<String, List<BigDecimal>>();
        for (var row : rows.collectAsList()) {
            figures.merge(
                    row.getAs("business_date") + " " + row.getAs("category"),
                    names.stream()
                            .map(name -> new BigDecimal(row.getAs(name).toString()).setScale(2))
                            .toList(),
                    FinanceClosingTest::added);
        }
        return figures;
    }

    private static List<BigDecimal> added(List<BigDecimal> some, List<BigDecimal> others) {
        return IntStream.range(0, some.size())
                .mapToObj(place -> some.get(place).add(others.get(place)))
                .toList();
    }

    private static Map<String, List<BigDecimal>> sum(
            Map<String, List<BigDecimal>> some, Map<String, List<BigDecimal>> others) {
        var sum = new TreeMap<>(some);
        others.forEach((key, figures) -> sum.merge(key, figures, FinanceClosingTest::added));
        sum.values().removeIf(figures -> figures.stream().allMatch(figure -> figure.signum() == 0));
        return sum;
    }

    private static Map<String, List<BigDecimal>> only(
            Map<String, List<BigDecimal>> figures, Predicate<LocalDate> isMeant) {
        var left = new TreeMap<>(figures);
        left.keySet().removeIf(key -> !isMeant.test(day(key)));
        return left;
    }

    private static Set<LocalDate> days(Map<String, List<BigDecimal>> figures) {
        return figures.keySet().stream().map(FinanceClosingTest::day).collect(Collectors.toSet());
    }

    private static LocalDate day(String key) {
        return LocalDate.parse(key.substring(0, 10));
    }

    private List<String> files(Set<LocalDate> days) {
        return Stream.of(tables.read(DAILY.table()).inputFiles())
                .filter(file -> days.stream().anyMatch(day -> file.contains("/business_date=" + day + "/")))
                .sorted()
                .toList();
    }

    private List<String> entries() {
        return tables.read(ADJUSTMENTS.table()).collectAsList().stream()
                .map(row -> row.getAs("booked_on") + " " + row)
                .sorted()
                .toList();
    }

    private static Predicate<String> bookedOn(LocalDate day) {
        return entry -> entry.startsWith(day + " ");
    }

    private static List<String> not(Predicate<String> isMeant, List<String> entries) {
        return entries.stream().filter(Predicate.not(isMeant)).toList();
    }
}
