package com.turanmart.lakehouse.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.core.sql.Touch;
import com.turanmart.lakehouse.pipeline.LakehouseUnderTest;
import com.turanmart.lakehouse.spark.TestSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** L5 where it can break: whatever changes in a table by SQL is among the units that its changed inputs touch. */
class TouchedUnitsTest {
    private static final int NIGHTS = Integer.getInteger("lakehouse.nights", 8);
    private static final long SEED = Long.getLong("lakehouse.seed", 1);
    private static final Configuration CONF = Configurations.read(
                    LakehouseUnderTest.CONF, "local", Map.of("LAKEHOUSE_ROOT", "nowhere"))
            .orRefuse();
    private static final List<SqlTable> TABLES = CONF.tables(SqlTable.class).stream()
            .filter(table -> table.inputs().stream().allMatch(TouchedUnitsTest::isMade))
            .toList();

    /** A night of one table: the units whose rows became others, those that are computed, and those of too narrow a touch. */
    private record Seen(String table, Set<String> changed, Set<String> touched, Set<String> touchedNarrowly) {}

    private static final List<Seen> SEEN = new ArrayList<>();

    private static boolean isMade(TableName input) {
        return Sent.schemas().containsKey(input.toString())
                || CONF.tables(SqlTable.class).stream()
                        .filter(table -> table.table().equals(input))
                        .anyMatch(table -> table.inputs().stream().allMatch(TouchedUnitsTest::isMade));
    }

    @BeforeAll
    static void nights() {
        var spark = session();
        var sent = new Sent(SEED);
        var before = tables(spark, sent);
        for (var night = 0; night < NIGHTS; night++) {
            sent.night();
            var after = tables(spark, sent);
            see(spark, before, after);
            before = after;
        }
    }

    private static SparkSession session() {
        var spark = TestSession.SPARK.newSession();
        Map.of(
                        "spark.sql.shuffle.partitions",
                        "1",
                        "spark.sql.codegen.wholeStage",
                        "false",
                        "spark.sql.codegen.factoryMode",
                        "NO_CODEGEN",
                        "spark.sql.adaptive.enabled",
                        "false")
                .forEach(spark.conf()::set);
        return spark;
    }

    /** All rows of all tables, those by SQL computed anew; each is also a view. */
    private static Map<String, List<Row>> tables(SparkSession spark, Sent sent) {
        var tables = new HashMap<String, List<Row>>();
        Sent.schemas().forEach((table, schema) -> {
            tables.put(table, sent.of(table));
            spark.createDataFrame(sent.of(table), schema).createOrReplaceTempView(view(table));
        });
        for (var table : TABLES) {
            var made = spark.sql(
                    named(SqlText.parse(Objects.requireNonNull(CONF.sql().get(table.table())))
                            .orThrow()));
            var rows = made.collectAsList();
            tables.put(table.table().toString(), rows);
            spark.createDataFrame(rows, made.schema())
                    .createOrReplaceTempView(view(table.table().toString()));
        }
        return tables;
    }

    private static void see(SparkSession spark, Map<String, List<Row>> before, Map<String, List<Row>> after) {
        var told = new HashMap<String, List<Row>>();
        Sent.schemas().keySet().forEach(table -> told.put(table, told(before.get(table), after.get(table))));
        for (var table : TABLES) {
            var name = table.table().toString();
            var touched = new TreeSet<String>();
            var narrowly = new TreeSet<String>();
            table.touched().forEach((input, touch) -> {
                var changes = told.get(input.toString());
                touched.addAll(units(spark, input, changes, touch));
                narrowly.addAll(units(
                        spark, input, changes, touch.replaceFirst("^explode\\(sequence\\(date_...\\((\\w+).*", "$1")));
            });
            var old = byUnit(table, before.get(name));
            var fresh = byUnit(table, after.get(name));
            var changed = Stream.concat(old.keySet().stream(), fresh.keySet().stream())
                    .filter(unit -> !Objects.equals(old.get(unit), fresh.get(unit)))
                    .collect(Collectors.toCollection(TreeSet::new));
            SEEN.add(new Seen(name, changed, touched, narrowly));
            told.put(name, replaced(table, touched, before.get(name), after.get(name)));
        }
    }

    /** Rows that went and rows that came, as a change feed tells them. */
    private static List<Row> told(List<Row> before, List<Row> after) {
        var told = new ArrayList<Row>();
        without(before, after).forEach(row -> told.add(with(row, "delete")));
        without(after, before).forEach(row -> told.add(with(row, "insert")));
        return told;
    }

    /** One for one: of two equal rows one may have gone. */
    private static List<Row> without(List<Row> rows, List<Row> others) {
        var left = new ArrayList<>(rows);
        others.forEach(left::remove);
        return left;
    }

    /** A unit is replaced as a whole. */
    private static List<Row> replaced(SqlTable table, Set<String> units, List<Row> before, List<Row> after) {
        var told = new ArrayList<Row>();
        before.stream().filter(row -> units.contains(unit(table, row))).forEach(row -> told.add(with(row, "delete")));
        after.stream().filter(row -> units.contains(unit(table, row))).forEach(row -> told.add(with(row, "insert")));
        return told;
    }

    private static Row with(Row row, String change) {
        var values = new ArrayList<Object>();
        for (var index = 0; index < row.size(); index++) {
            values.add(row.get(index));
        }
        values.add(change);
        return RowFactory.create(values.toArray());
    }

    private static Set<String> units(SparkSession spark, TableName input, List<Row> changes, String touch) {
        StructType schema = spark.table(view(input.toString())).schema().add("_change_type", "string");
        spark.createDataFrame(changes, schema).createOrReplaceTempView(Touch.CHANGED);
        return spark.sql(named(Touch.parse(touch).orThrow().query())).collectAsList().stream()
                .map(row -> row.get(0).toString())
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<Row>> byUnit(SqlTable table, List<Row> rows) {
        var units = new TreeMap<String, Set<Row>>();
        rows.forEach(row -> units.computeIfAbsent(unit(table, row), first -> new HashSet<>())
                .add(row));
        return units;
    }

    private static String unit(SqlTable table, Row row) {
        return row.getAs(table.unit().orElseThrow()).toString();
    }

    private static String named(SqlText sql) {
        return sql.renamed(name -> name.contains(".") ? view(name) : name);
    }

    private static String view(String table) {
        return table.replace(".", "__");
    }

    @Test
    void whateverChangesIsTouched() {
        assertThat(SEEN)
                .as("-Dlakehouse.nights=" + NIGHTS + " -Dlakehouse.seed=" + SEED)
                .isNotEmpty()
                .allSatisfy(seen -> assertThat(seen.touched()).as(seen.table()).containsAll(seen.changed()));
        assertThat(SEEN)
                .filteredOn(seen -> !seen.changed().isEmpty())
                .extracting(Seen::table)
                .contains(
                        "silver.stock_closings",
                        "gold.inventory_daily",
                        "gold.delivery_daily",
                        "silver.app_visits",
                        "gold.funnel_daily",
                        "gold.fleet_5min");
    }

    /** The planted offence: touches that forget the days around. */
    @Test
    void aTouchThatIsTooNarrowIsFound() {
        assertThat(SEEN)
                .filteredOn(seen -> !seen.touchedNarrowly().containsAll(seen.changed()))
                .extracting(Seen::table)
                .contains("gold.inventory_daily", "gold.funnel_daily");
    }
}
