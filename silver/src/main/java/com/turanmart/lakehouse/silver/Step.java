package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.expr;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.sql.Names;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.core.table.Memory;
import com.turanmart.lakehouse.core.table.Merge;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One run's work on one silver table, and what it keeps beside itself. */
record Step(Run run, Tables tables, SilverTable table, Memory memory) {

    TableName beside(String what) {
        return new TableName(table.table().zone(), table.table().name() + "__" + what);
    }

    /** The same run's work on the table's twin. */
    Step ofTwin(SilverTable twin) {
        return new Step(run, tables, twin, memory);
    }

    boolean has(TableName name) {
        return tables.version(name).isPresent();
    }

    void requireShape(Dataset<Row> rows) {
        tables.requireShape(
                table.table(), rows.select(Names.columns(table.kept())).schema());
    }

    /** The first commit of the table itself. */
    Commit create(Dataset<Row> rows, Stamp stamp) {
        return tables.create(table.table(), rows, stamp, properties());
    }

    void createBeside(TableName name, Dataset<Row> rows) {
        tables.create(name, rows, Stamp.ofInputs(run, Map.of()), properties());
    }

    void mergeBeside(TableName name, Merge merge) {
        if (!merge.fresh().isEmpty()) {
            tables.merge(name, merge, Stamp.ofInputs(run, Map.of()));
        }
    }

    /** Adds the rows that a table beside does not have yet, as they are. */
    void addBeside(TableName name, Dataset<Row> rows, KeyRange range) {
        if (!has(name)) {
            createBeside(name, rows);
            return;
        }
        var same = Names.same(List.of(rows.columns()), "kept", "fresh");
        var missing = without(rows, tables.read(name).where(range.holds()), same);
        if (!missing.isEmpty()) {
            tables.append(name, missing, Stamp.ofInputs(run, Map.of()), List.of());
        }
    }

    /**
     * The fresh rows that differ from what is kept. Delta writes a file again as soon as one of its rows is met,
     * changed or not: only what changes something may meet it.
     */
    Dataset<Row> without(Dataset<Row> fresh, Dataset<Row> kept, String alike) {
        return memory.keep(fresh.as("fresh").join(kept.as("kept"), expr(alike), "left_anti"));
    }

    /** A merge of nothing is an empty commit: its stamp says how far the table has come. */
    Commit merge(Merge merge, Stamp stamp) {
        return merge.fresh().isEmpty()
                ? tables.append(table.table(), merge.fresh().select(Names.columns(table.kept())), stamp, List.of())
                : tables.merge(table.table(), merge, stamp);
    }

    /** Rows that bring the table to the state that each carries: what is gone goes, the rest replaces or comes in. */
    static Merge toState(Dataset<Row> changes, String on) {
        return Merge.of(changes, on)
                .deleteWhen(Versions.gone("fresh"))
                .updateWhen(Versions.there("fresh"))
                .insertWhen(Versions.there("fresh"));
    }

    private Map<String, String> properties() {
        return table.write().deletionVectors() ? Map.of("delta.enableDeletionVectors", "true") : Map.of();
    }
}
