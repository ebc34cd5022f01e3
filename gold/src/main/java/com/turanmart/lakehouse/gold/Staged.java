package com.turanmart.lakehouse.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of a table that nobody sees yet.
 *
 * @param published the table as it is; none when there is no such table yet
 * @param replaced which of its rows the fresh ones replace; all of them when there is no condition
 */
record Staged(Dataset<Row> fresh, Optional<Dataset<Row>> published, Optional<String> replaced) {

    /** The table as its readers would see it. */
    Dataset<Row> seen() {
        return replaced.map(condition -> published
                        .orElseThrow()
                        // A row without a unit is replaced by none and stays.
                        .where(not(coalesce(expr(condition), lit(false))))
                        .unionByName(fresh))
                .orElse(fresh);
    }

    /** The rows that it would gain and lose, as the change feed will tell them. */
    Dataset<Row> changes() {
        var gained = fresh.withColumn("_change_type", lit("insert"));
        return published
                .map(rows -> replaced.map(rows::where).orElse(rows))
                .map(rows -> rows.withColumn("_change_type", lit("delete")).unionByName(gained, true))
                .orElse(gained);
    }

    Commit commit(Tables tables, SqlTable table, Stamp stamp) {
        var partitions = List.of(table.unit());
        return replaced.isPresent()
                ? tables.replaceWhere(table.table(), fresh, replaced.get(), stamp, partitions)
                : tables.replace(table.table(), fresh, stamp, partitions);
    }
}
