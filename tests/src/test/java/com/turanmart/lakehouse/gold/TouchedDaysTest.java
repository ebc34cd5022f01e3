package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.architecture.Repository;
import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.core.sql.Touch;
import com.turanmart.lakehouse.spark.TestSession;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

/** L5: whatever row of an input changes, the days that are another afterwards are among those that it touches. */
class TouchedDaysTest {
    private static final int WORLDS = 40;
    private static final long SEED = Long.getLong("lakehouse.seed", 1);
    private static final List<String> TABLES = List.of("silver.bookings", "gold.finance_reconciliation");

    private final Configuration conf = Configurations.read(Repository.root().resolve("conf"), "local", Map.of())
            .orRefuse();
    private final SparkSession spark = TestSession.SPARK.newSession();
    private final SmallWorlds worlds = new SmallWorlds(WORLDS, SEED);
    private final Map<String, Dataset<Row>> told = new TreeMap<>();
    private final Set<String> overlooked = new TreeSet<>();

    @Test
    void everyDayThatAChangeAltersIsTouched() {
        SmallWorlds.SCHEMAS.keySet().forEach(this::show);
        var before = tables();
        for (var input : SmallWorlds.SCHEMAS.keySet()) {
            told.clear();
            var schema = Objects.requireNonNull(SmallWorlds.SCHEMAS.get(input));
            told.put(
                    input,
                    spark.createDataFrame(worlds.change(input), schema.add("_change_type", DataTypes.StringType)));
            show(input);
            var after = tables();
            for (var name : TABLES) {
                var table = (SqlTable) conf.table(TableName.parse(name));
                if (table.inputs().contains(TableName.parse(input))) {
                    var altered =
                            days(Objects.requireNonNull(before.get(name)), Objects.requireNonNull(after.get(name)));
                    assertThat(touched(table))
                            .as("%s of %s, seed %d", input, name, SEED)
                            .containsAll(altered);
                    assertThat(altered.isEmpty())
                            .as("%s of %s alters days exactly if it is said to touch some", input, name)
                            .isEqualTo(isSaidToTouchNothing(table, input));
                    if (!daysOf(told.get(input)).containsAll(altered)) {
                        overlooked.add(input + " of " + name);
                    }
                }
                told.put(
                        name,
                        changes(Objects.requireNonNull(before.get(name)), Objects.requireNonNull(after.get(name))));
            }
            before = after;
        }
        // The planted offence: with the changed rows' own days alone these would be wrong.
        assertThat(overlooked)
                .contains(
                        "silver.orders of silver.bookings",
                        "silver.payments of silver.bookings",
                        "silver.order_lines of silver.bookings",
                        "silver.orders of gold.finance_reconciliation",
                        "silver.payments of gold.finance_reconciliation");
    }

    private static boolean isSaidToTouchNothing(SqlTable table, String input) {
        return "CAST(NULL AS DATE)".equals(table.touched().get(TableName.parse(input)));
    }

    private void show(String input) {
        spark.createDataFrame(worlds.rows(input), Objects.requireNonNull(SmallWorlds.SCHEMAS.get(input)))
                .createOrReplaceTempView(view(input));
    }

    private Map<String, Dataset<Row>> tables() {
        var tables = new TreeMap<String, Dataset<Row>>();
        for (var name : TABLES) {
            var table = query(conf.sql().getOrDefault(TableName.parse(name), ""));
            var kept = spark.createDataFrame(table.collectAsList(), table.schema());
            kept.createOrReplaceTempView(view(name));
            tables.put(name, kept);
        }
        return tables;
    }

    private Set<String> touched(SqlTable table) {
        var units = new HashSet<String>();
        table.inputs().stream()
                .filter(input -> told.containsKey(input.toString()))
                .forEach(input -> {
                    Objects.requireNonNull(told.get(input.toString())).createOrReplaceTempView(Touch.CHANGED);
                    var touch = Touch.parse(table.touched().getOrDefault(input, ""))
                            .orThrow()
                            .query();
                    query(touch.text()).collectAsList().forEach(row -> units.add(String.valueOf(row.get(0))));
                });
        return units;
    }

    private static Dataset<Row> changes(Dataset<Row> before, Dataset<Row> after) {
        return before.exceptAll(after).unionAll(after.exceptAll(before)).selectExpr("*", "'insert' AS _change_type");
    }

    private static Set<String> days(Dataset<Row> before, Dataset<Row> after) {
        return daysOf(changes(before, after));
    }

    /** None where the rows have no day of their own. */
    private static Set<String> daysOf(Dataset<Row> rows) {
        return List.of(rows.columns()).contains("business_date")
                ? rows.select("business_date").collectAsList().stream()
                        .map(row -> row.get(0).toString())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Dataset<Row> query(String sql) {
        return spark.sql(SqlText.parse(sql).orThrow().renamed(table -> table.contains(".") ? view(table) : table));
    }

    private static String view(String table) {
        return table.replace(".", "__");
    }
}
