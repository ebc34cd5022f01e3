package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The inputs of a table by SQL, each pinned to the version that one build sees, whatever is written meanwhile. */
final class Inputs {
    private final SparkSession spark;
    private final Tables tables;
    private final Map<TableName, Long> versions = new TreeMap<>();
    private final Map<TableName, String> incarnations = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();

    private Inputs(SparkSession spark, Tables tables) {
        this.spark = spark;
        this.tables = tables;
    }

    /** Tells of each input that has no version yet. */
    static Inputs pin(SparkSession spark, Tables tables, SqlTable table, Consumer<TableName> missing) {
        var inputs = new Inputs(spark, tables);
        for (var input : table.inputs()) {
            var version = tables.version(input);
            if (version.isPresent()) {
                inputs.versions.put(input, version.getAsLong());
                inputs.incarnations.put(input, tables.incarnation(input));
                inputs.show(input, tables.read(input, version.getAsLong()));
            } else {
                missing.accept(input);
            }
        }
        return inputs;
    }

    /** How far a build over these inputs has come, as its stamp says it. */
    Map<String, Long> taken() {
        var taken = new TreeMap<String, Long>();
        versions.forEach((table, version) -> taken.put(incarnations.get(table), version));
        return taken;
    }

    /** Whether these are the tables that an earlier build took in: one that was made anew has no changes since then. */
    boolean continues(Map<String, Long> taken) {
        return taken.keySet().containsAll(incarnations.values());
    }

    /** Of each input that has moved on since an earlier build, every row it gained or lost, as it is and as it was. */
    Map<TableName, Dataset<Row>> changedSince(Map<String, Long> taken) {
        var changed = new TreeMap<TableName, Dataset<Row>>();
        versions.forEach((input, version) -> {
            var since = Objects.requireNonNull(taken.get(incarnations.get(input)));
            if (!since.equals(version)) {
                changed.put(input, tables.changes(input, since, version));
            }
        });
        return changed;
    }

    /** Lets queries read rows by a table's name. */
    void show(TableName table, Dataset<Row> rows) {
        rows.createOrReplaceTempView(view(table));
        names.add(table.toString());
    }

    Dataset<Row> query(SqlText sql) {
        return spark.sql(sql.renamed(name -> names.contains(name) ? view(TableName.parse(name)) : name));
    }

    private static String view(TableName table) {
        return table.zone().word() + "__" + table.name();
    }
}
