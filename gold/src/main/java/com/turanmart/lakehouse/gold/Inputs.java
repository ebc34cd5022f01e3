package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A mart's inputs, each pinned to the version that one build sees, whatever is written meanwhile. */
final class Inputs {
    private final SparkSession spark;
    private final Tables tables;
    private final Map<TableName, Long> versions = new TreeMap<>();

    private Inputs(SparkSession spark, Tables tables) {
        this.spark = spark;
        this.tables = tables;
    }

    /** Tells of each input that has no version yet. */
    static Inputs pin(SparkSession spark, Tables tables, GoldTable mart, Consumer<TableName> missing) {
        var inputs = new Inputs(spark, tables);
        for (var input : mart.inputs()) {
            var version = tables.version(input);
            if (version.isPresent()) {
                inputs.versions.put(input, version.getAsLong());
                tables.read(input, version.getAsLong()).createOrReplaceTempView(view(input));
            } else {
                missing.accept(input);
            }
        }
        return inputs;
    }

    Map<String, Long> versions() {
        var byName = new TreeMap<String, Long>();
        versions.forEach((table, version) -> byName.put(table.toString(), version));
        return byName;
    }

    /** Inputs that have moved on since the versions that a build took in. */
    List<TableName> changedSince(Map<String, Long> taken) {
        return versions.keySet().stream()
                .filter(input -> !Objects.equals(versions.get(input), taken.get(input.toString())))
                .toList();
    }

    /** Every row that an input has gained or lost since a version, as it is and as it was. */
    Dataset<Row> changed(TableName input, long since) {
        return tables.changes(input, since, versions.getOrDefault(input, since));
    }

    Dataset<Row> query(SqlText sql) {
        var names = versions.keySet().stream().map(TableName::toString).toList();
        return spark.sql(sql.renamed(name -> names.contains(name) ? view(TableName.parse(name)) : name));
    }

    private static String view(TableName table) {
        return table.zone().word() + "__" + table.name();
    }
}
