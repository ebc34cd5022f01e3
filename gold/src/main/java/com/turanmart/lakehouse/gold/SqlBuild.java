package com.turanmart.lakehouse.gold;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;

import com.turanmart.lakehouse.core.conf.Layer;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.sql.Literal;
import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.core.table.Memory;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Candidate;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.quality.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings a table up to its inputs: the units that changed rows touch are computed by its own SQL under a filter,
 * audited as readers would see the whole table, and published in one commit, or held.
 */
public final class SqlBuild {
    private final SparkSession spark;
    private final Tables tables;
    private final Gate gate;

    public SqlBuild(SparkSession spark, Tables tables, Gate gate) {
        this.spark = spark;
        this.tables = tables;
        this.gate = gate;
    }

    public StepResult build(Run run, SqlTable table, String sql) {
        var missing = new ArrayList<TableName>();
        var inputs = Inputs.pin(spark, tables, table, missing::add);
        if (!missing.isEmpty()) {
            return StepResult.of(
                    Outcome.WAITING,
                    missing.stream().map(Object::toString).collect(Collectors.joining(", ")) + " has no rows yet.");
        }
        var taken = tables.stamp(table.table()).map(Stamp::inputs).filter(inputs::continues);
        var units = taken.map(since -> new TouchedUnits(table, inputs).since(since));
        if (units.isPresent() && units.get().isEmpty()) {
            return StepResult.of(Outcome.UNCHANGED);
        }
        var whole = inputs.query(SqlText.parse(sql).orThrow());
        var condition = units.map(touched -> condition(table, whole, touched));
        try (var memory = new Memory()) {
            var fresh = memory.keep(condition.map(whole::where).orElse(whole));
            var seen = condition
                    .map(replaced -> tables.read(table.table())
                            .where(not(expr(replaced)))
                            .unionByName(fresh))
                    .orElse(fresh);
            inputs.show(table.table(), seen);
            var verdict = gate.judge(new Candidate(table, seen, units.orElse(Set.of()), inputs::query));
            return verdict.holds()
                    ? held(table, verdict)
                    : publish(table, fresh, condition, Stamp.ofInputs(run, inputs.taken()), verdict);
        }
    }

    private StepResult held(SqlTable table, Verdict verdict) {
        var notes = new ArrayList<>(verdict.lines());
        notes.add("Nothing was published: readers still see "
                + tables.version(table.table()).stream()
                        .mapToObj(version -> "version " + version)
                        .findFirst()
                        .orElse("no version")
                + ".");
        return StepResult.of(Outcome.HELD, Counts.NONE, notes);
    }

    private StepResult publish(
            SqlTable table, Dataset<Row> fresh, Optional<String> condition, Stamp stamp, Verdict verdict) {
        var rows = fresh.count();
        var partitions = List.of(table.unit());
        var commit = condition.isPresent()
                ? tables.replaceWhere(table.table(), fresh, condition.get(), stamp, partitions)
                : tables.replace(table.table(), fresh, stamp, partitions);
        var notes = new ArrayList<>(verdict.lines());
        notes.add("version " + commit.version());
        var outcome = table.layer() == Layer.GOLD ? Outcome.PUBLISHED : Outcome.LOADED;
        return StepResult.of(outcome, Counts.loaded(rows, 0), notes);
    }

    private static String condition(SqlTable table, Dataset<Row> whole, Set<String> units) {
        var type = whole.schema().apply(table.unit()).dataType();
        return units.stream()
                .map(unit -> Literal.of(unit, type))
                .collect(Collectors.joining(", ", "`" + table.unit() + "` IN (", ")"));
    }
}
