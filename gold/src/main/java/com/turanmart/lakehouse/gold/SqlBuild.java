package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.core.conf.Layer;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.sql.Literal;
import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.core.table.Memory;
import com.turanmart.lakehouse.core.table.TableVersion;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Candidate;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.quality.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings tables that belong together up to their inputs: of each the units that changed rows touch are computed by its
 * own SQL under a filter and audited as readers would see the whole table. Nobody sees them before they are committed.
 */
public final class SqlBuild implements AutoCloseable {
    private final Tables tables;
    private final Gate gate;
    private final Map<TableName, String> sql;
    private final Inputs inputs;
    private final List<TableName> ofOthers;
    private final Memory memory = new Memory();
    private final Map<TableName, Staged> staged = new HashMap<>();
    private final Map<TableName, Verdict> verdicts = new HashMap<>();

    public SqlBuild(
            SparkSession spark,
            Tables tables,
            Gate gate,
            List<? extends SqlTable> together,
            Map<TableName, String> sql) {
        this.tables = tables;
        this.gate = gate;
        this.sql = sql;
        inputs = new Inputs(spark, tables);
        var built = together.stream().map(SqlTable::table).toList();
        ofOthers = together.stream()
                .flatMap(table -> table.inputs().stream())
                .filter(input -> !built.contains(input))
                .toList();
    }

    /** Computes and audits what is new, after the tables of this build that it reads; empty when it may be committed. */
    public Optional<StepResult> stage(SqlTable table) {
        ofOthers.forEach(inputs::pin);
        inputs.pin(table.table());
        var missing = inputs.missing(table);
        if (!missing.isEmpty()) {
            return Optional.of(StepResult.of(
                    Outcome.WAITING,
                    missing.stream().map(Object::toString).collect(Collectors.joining(", ")) + " has no rows yet."));
        }
        var taken = tables.stamp(table.table()).map(Stamp::inputs).filter(since -> inputs.continues(table, since));
        var units = taken.map(since -> new TouchedUnits(table, inputs).since(since));
        if (units.isPresent() && units.get().isEmpty()) {
            return Optional.of(StepResult.of(Outcome.UNCHANGED));
        }
        var whole = inputs.query(
                table,
                SqlText.parse(Objects.requireNonNull(sql.get(table.table()))).orThrow());
        tables.requireShape(table.table(), whole.schema());
        var condition = units.map(touched -> condition(table, whole, touched));
        return audit(
                table,
                units.orElse(Set.of()),
                new Staged(
                        memory.keep(condition.map(whole::where).orElse(whole)), published(table.table()), condition));
    }

    private Optional<StepResult> audit(SqlTable table, Set<String> units, Staged rows) {
        var seen = rows.seen();
        inputs.show(table.table(), seen);
        var verdict = gate.judge(new Candidate(table, seen, units, query -> inputs.query(table, query)));
        if (verdict.holds()) {
            var notes = new ArrayList<>(verdict.lines());
            notes.add("Nothing was published: readers still see "
                    + inputs.version(table.table())
                            .map(published -> "version " + published.version())
                            .orElse("no version")
                    + ".");
            return Optional.of(StepResult.of(Outcome.HELD, Counts.NONE, notes));
        }
        inputs.stage(table.table(), rows.changes());
        staged.put(table.table(), rows);
        verdicts.put(table.table(), verdict);
        return Optional.empty();
    }

    /** Lets readers see what was staged, after the tables of this build that it reads. */
    public StepResult commit(Run run, SqlTable table) {
        var rows = Objects.requireNonNull(staged.get(table.table()));
        var base = inputs.version(table.table());
        requireStillAt(table.table(), base);
        var count = rows.fresh().count();
        var commit = rows.commit(tables, table, Stamp.ofInputs(run, inputs.taken(table)));
        if (commit.version() != base.map(TableVersion::version).orElse(-1L) + 1) {
            throw writtenMeanwhile(table.table(), "The next run audits it as it is now");
        }
        inputs.committed(table.table(), commit.version());
        var notes = new ArrayList<>(
                Objects.requireNonNull(verdicts.get(table.table())).lines());
        notes.add("version " + commit.version());
        var outcome = table.layer() == Layer.GOLD ? Outcome.PUBLISHED : Outcome.LOADED;
        return StepResult.of(outcome, Counts.loaded(count, 0), notes);
    }

    /** What was audited is the table with these rows: over another one they would be something that nobody has seen. */
    private void requireStillAt(TableName table, Optional<TableVersion> base) {
        if (!tables.current(table).equals(base)) {
            throw writtenMeanwhile(table, "Nothing of it was committed");
        }
    }

    private static Refusal writtenMeanwhile(TableName table, String consequence) {
        return new Refusal(
                ExitCode.SAFE_TO_RERUN,
                table + " was written while it was staged, by a rollback or another run. " + consequence
                        + ": end the other one, then run again.");
    }

    /** What these tables read of others, and of themselves what is committed. */
    public Optional<TableVersion> version(TableName table) {
        return inputs.version(table);
    }

    private Optional<Dataset<Row>> published(TableName table) {
        return inputs.version(table).map(published -> tables.read(table, published.version()));
    }

    @Override
    public void close() {
        memory.close();
    }

    private static String condition(SqlTable table, Dataset<Row> whole, Set<String> units) {
        var type = whole.schema().apply(table.unit()).dataType();
        return units.stream()
                .map(unit -> Literal.of(unit, type))
                .collect(Collectors.joining(", ", "`" + table.unit() + "` IN (", ")"));
    }
}
