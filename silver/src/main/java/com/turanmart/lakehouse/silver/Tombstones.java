package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Merge;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Deletes that a table remembers, so that a late older version brings no row back. They are written before the table
 * itself: writing them twice changes nothing.
 */
final class Tombstones {
    private final Tables tables;
    private final SilverTable table;
    private final Versions versions;
    private final TableName graveyard;

    Tombstones(Tables tables, SilverTable table, Versions versions) {
        this.tables = tables;
        this.table = table;
        this.versions = versions;
        graveyard = new TableName(table.table().zone(), table.table().name() + "__deleted");
    }

    /** Remembers the deletes among the latest versions of a batch. */
    void remember(Run run, Dataset<Row> latest) {
        var gone = latest.where(col(Versions.GONE))
                .select(Stream.concat(table.grain().stream(), table.write().latestBy().stream())
                        .distinct()
                        .map(name -> col("`" + name + "`"))
                        .toArray(Column[]::new));
        var stamp = Stamp.ofInputs(run, Map.of());
        if (tables.version(graveyard).isEmpty()) {
            tables.append(graveyard, gone, stamp, List.of());
            return;
        }
        tables.merge(
                graveyard,
                new Merge(
                        gone,
                        versions.sameKey("kept", "fresh"),
                        Optional.empty(),
                        versions.notBefore("fresh", "kept"),
                        "true"),
                stamp);
    }

    /** Without rows that a remembered delete outlives; deletes themselves stay. */
    Dataset<Row> without(Dataset<Row> latest) {
        if (tables.version(graveyard).isEmpty()) {
            return latest;
        }
        var dead = expr("NOT fresh." + Versions.GONE + " AND " + versions.sameKey("dead", "fresh") + " AND "
                + versions.notBefore("dead", "fresh"));
        return latest.as("fresh").join(tables.read(graveyard).as("dead"), dead, "left_anti");
    }
}
