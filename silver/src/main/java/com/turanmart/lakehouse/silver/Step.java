package com.turanmart.lakehouse.silver;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.core.table.Merge;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.silver.transform.Names;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One run's work on one silver table, and what it keeps beside itself. */
record Step(Run run, Tables tables, SilverTable table, Memory memory) {

    TableName beside(String what) {
        return new TableName(table.table().zone(), table.table().name() + "__" + what);
    }

    boolean has(TableName name) {
        return tables.version(name).isPresent();
    }

    /** The first commit of the table itself. */
    Commit create(Dataset<Row> rows, Stamp stamp) {
        return tables.create(table.table(), rows, stamp, properties());
    }

    void createBeside(TableName name, Dataset<Row> rows) {
        tables.create(name, rows, Stamp.ofInputs(run, Map.of()), properties());
    }

    void mergeBeside(TableName name, Merge merge) {
        tables.merge(name, merge, Stamp.ofInputs(run, Map.of()));
    }

    /** Adds the rows that a table beside does not have yet, as they are. */
    void addBeside(TableName name, Dataset<Row> rows, String where) {
        if (has(name)) {
            var same = Names.same(List.of(rows.columns()), "kept", "fresh");
            mergeBeside(name, Merge.of(rows, where + " AND " + same).insertWhen("true"));
        } else {
            createBeside(name, rows);
        }
    }

    private Map<String, String> properties() {
        return table.write().deletionVectors() ? Map.of("delta.enableDeletionVectors", "true") : Map.of();
    }
}
