package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.core.conf.Layer;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Upkeep;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
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
 * Brings tables that belong together up to their inputs: of each the part that changed rows touch is computed by its
 * own SQL under a filter and audited as readers would see the whole table. Nobody sees it before it is committed.
 */
public final class SqlBuild implements AutoCloseable {
    private final Tables tables;
    private final Gate gate;
    private final Map<TableName, String> sql;
    private final Set<TableName> anew;
    private final Inputs inputs;
    private final List<TableName> ofOthers;
    private final Memory memory = new Memory();
    private final Map<TableName, Audited> audited = new HashMap<>();

    /** What may be committed, and what its rules said. */
    private record Audited(Staged rows, Verdict verdict) {}

    /** @param anew tables that are computed as a whole, whatever has changed */
    public SqlBuild(
            SparkSession spark,
            Tables tables,
            Gate gate,
            List<? extends SqlTable> together,
            Map<TableName, String> sql,
            Set<TableName> anew) {
        this.tables = tables;
        this.gate = gate;
        this.sql = sql;
        this.anew = anew;
        inputs = new Inputs(spark, tables, memory);
        var built = together.stream().map(SqlTable::table).toList();
        ofOthers = together.stream()
                .flatMap(table -> table.inputs().stream())
                .filter(input -> !built.contains(input))
                .toList();
    }

    /** Computes and audits what is new, after the tables of this build that it reads; empty when it may be committed. */
    public Optional<StepResult> stage(Run run, SqlTable table) {
        ofOthers.forEach(inputs::pin);
        inputs.pin(table.table());
        var missing = inputs.missing(table);
        if (!missing.isEmpty()) {
            return Optional.of(StepResult.of(
                    Outcome.WAITING,
                    "No rows yet in " + missing.stream().map(Object::toString).collect(Collectors.joining(", "))
                            + "."));
        }
        var stamp = tables.stamp(table.table());
        if (stamp.filter(last -> isUpToDate(table, last)).isPresent()) {
            return Optional.of(StepResult.of(Outcome.UNCHANGED));
        }
        inputs.read(table);
        var query = SqlText.parse(text(table)).orThrow();
        var whole = whole(table, query);
        var published = inputs.rows(table.table()).filter(rows -> sameColumns(rows, whole));
        return due(table, stamp, published.isPresent())
                .map(part -> audit(
                        run, new Staged(table, memory.keep(inputs.part(table, query, whole, part)), published, part)))
                .orElseGet(() -> Optional.of(StepResult.of(Outcome.UNCHANGED)));
    }

    /** Said without a look at its query: in most nights of most tables there is nothing new. */
    private boolean isUpToDate(SqlTable table, Stamp stamp) {
        return !anew.contains(table.table())
                && stamp.definition().equals(definition(table))
                && !inputs.haveMoved(table, stamp.inputs());
    }

    private Dataset<Row> whole(SqlTable table, SqlText query) {
        if (!table.readsItself()) {
            return inputs.query(table, query);
        }
        inputs.showItself(table.table(), query.output().columns());
        var rows = inputs.query(table, query);
        // What it says of itself can be computed by nobody else: it is no table that could be made anew.
        tables.requireShape(table.table(), rows.schema());
        return rows;
    }

    /** What has to be computed anew; empty when nothing has. */
    private Optional<Part> due(SqlTable table, Optional<Stamp> stamp, boolean keepsColumns) {
        if (stamp.isEmpty()) {
            return Optional.of(WholeTable.asAlways());
        }
        var why = whyAsAWhole(table, keepsColumns, stamp.get());
        if (why.isPresent()) {
            return why.map(WholeTable::because);
        }
        return table.kind() == Upkeep.FULL
                ? Optional.of(WholeTable.asAlways())
                : new TouchedUnits(table, inputs, memory)
                        .of(inputs.changedSince(table, stamp.get().inputs()));
    }

    private Optional<String> whyAsAWhole(SqlTable table, boolean keepsColumns, Stamp stamp) {
        if (anew.contains(table.table())) {
            return Optional.of("asked for");
        }
        if (!keepsColumns) {
            return Optional.of("its columns are others");
        }
        if (!stamp.definition().equals(definition(table))) {
            return Optional.of("its definition is another one");
        }
        return table.kind() == Upkeep.FULL || inputs.continues(table, stamp.inputs())
                ? Optional.empty()
                : Optional.of("its inputs do not tell all that has changed since the last time");
    }

    private static boolean sameColumns(Dataset<Row> rows, Dataset<Row> others) {
        return rows.schema().catalogString().equals(others.schema().catalogString());
    }

    private Optional<StepResult> audit(Run run, Staged rows) {
        var table = rows.table();
        var seen = rows.seen();
        inputs.show(table.table(), seen);
        var verdict = gate.judge(new Candidate(table, seen, rows.part().names(), query -> inputs.query(table, query)));
        if (verdict.holds()) {
            var notes = new ArrayList<>(verdict.lines());
            notes.add("Nothing was published: readers still see "
                    + inputs.version(table.table())
                            .map(published -> "version " + published.version())
                            .orElse("no version")
                    + ". " + new HeldRows(tables).keep(run, rows));
            return Optional.of(StepResult.of(Outcome.HELD, Counts.NONE, notes));
        }
        inputs.stage(table.table(), rows.changes());
        audited.put(table.table(), new Audited(rows, verdict));
        return Optional.empty();
    }

    /** Lets readers see what was staged, after the tables of this build that it reads. */
    public StepResult commit(Run run, SqlTable table) {
        var ready = Objects.requireNonNull(audited.get(table.table()));
        var rows = ready.rows();
        var base = inputs.version(table.table());
        requireStillAt(table.table(), base);
        var count = rows.fresh().count();
        var commit = rows.part().commit(tables, rows, Stamp.ofDefinition(run, inputs.taken(table), definition(table)));
        if (commit.version() != base.map(TableVersion::version).orElse(-1L) + 1) {
            throw writtenMeanwhile(table.table(), "The next run audits it as it is now");
        }
        inputs.committed(table.table(), commit.version());
        var notes = new ArrayList<>(ready.verdict().lines());
        rows.part().why().ifPresent(notes::add);
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

    @Override
    public void close() {
        inputs.close();
        memory.close();
    }

    private String definition(SqlTable table) {
        return Definition.of(table, text(table));
    }

    private String text(SqlTable table) {
        return Objects.requireNonNull(sql.get(table.table()));
    }
}
