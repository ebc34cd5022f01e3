package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.table.ListValue;
import com.turanmart.lakehouse.core.table.MapValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What a reader says of a file when it has done with it: the last row of each file, never stored. Whatever reached
 * Spark is compared with it.
 *
 * @param problem why the file cannot be taken
 * @param records rows that were handed over to be loaded
 * @param malformed rows that were handed over with a reason against them
 * @param skipped events that are about no row
 * @param missing declared columns that no record of the file has
 * @param undeclared how many rows have a column that is not declared, by its name
 */
record FileEnd(
        Optional<String> problem,
        long records,
        long malformed,
        long skipped,
        List<String> missing,
        Map<String, Long> undeclared) {

    static final StructType SCHEMA = new StructType()
            .add("problem", DataTypes.StringType)
            .add("records", DataTypes.LongType)
            .add("malformed", DataTypes.LongType)
            .add("skipped", DataTypes.LongType)
            .add("missing", DataTypes.createArrayType(DataTypes.StringType))
            .add("undeclared", DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType));

    /** Of a file of which nothing is taken. */
    static FileEnd broken(String problem) {
        return new FileEnd(Optional.of(problem), 0, 0, 0, List.of(), Map.of());
    }

    Row row() {
        return RowFactory.create(
                problem.orElse(null), records, malformed, skipped, ListValue.of(missing), MapValue.of(undeclared));
    }

    static FileEnd of(Row row) {
        return new FileEnd(
                Optional.ofNullable(row.getString(0)),
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getList(4),
                row.getJavaMap(5));
    }
}
