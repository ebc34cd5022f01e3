package com.turanmart.lakehouse.gold;

import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.core.conf.Upkeep;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** All rows, of whatever columns. */
record WholeTable(Optional<String> why) implements Part {
    /** The first time, or each time. */
    static WholeTable asAlways() {
        return new WholeTable(Optional.empty());
    }

    static WholeTable because(String why) {
        return new WholeTable(Optional.of("computed as a whole: " + why));
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public Dataset<Row> of(Dataset<Row> rows, String column) {
        return rows;
    }

    @Override
    public Dataset<Row> besides(Dataset<Row> rows, String column) {
        return rows.where(lit(false));
    }

    @Override
    public Commit commit(Tables tables, Staged rows, Stamp stamp) {
        var table = rows.table();
        var partitions = table.kind() == Upkeep.BY_UNIT ? List.of(rows.unit()) : List.<String>of();
        // Rows that are merged lie scattered: to copy every file that holds one would copy the table.
        var properties = table.kind() == Upkeep.BY_KEY
                ? Map.of("delta.enableDeletionVectors", "true")
                : Map.<String, String>of();
        return tables.replace(table.table(), rows.fresh(), stamp, partitions, properties);
    }
}
