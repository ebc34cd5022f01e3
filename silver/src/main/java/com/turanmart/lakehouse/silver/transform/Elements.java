package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.conf.SentPath;
import com.turanmart.lakehouse.core.conf.SilverTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;

/**
 * Bronze rows, one for each element of the list that a table explodes, the element in the place of the list. A row
 * whose list is empty or was not sent has none; one that has something else there stays as one row with a fault.
 */
final class Elements {
    /** Why the list cannot be taken apart; null when it can. */
    static final String FAULT = "_list_fault";

    private static final String LIST = "_list";

    private Elements() {}

    static Dataset<Row> of(SilverTable table, Dataset<Row> bronze) {
        return table.explode()
                .map(from -> exploded(from, bronze))
                .orElseGet(() -> bronze.withColumn(FAULT, lit(null).cast("string")));
    }

    private static Dataset<Row> exploded(String from, Dataset<Row> bronze) {
        var sent = sent(from, bronze);
        var type = bronze.select(sent).schema().fields()[0].dataType();
        var columns = new ArrayList<Column>();
        for (var name : bronze.columns()) {
            if (!name.equals(from)) {
                columns.add(col("`" + name + "`"));
            }
        }
        columns.add(col(FAULT));
        var nothing = when(col(FAULT).isNotNull(), array(lit(null))).otherwise(array());
        columns.add(posexplode(coalesce(col(LIST), nothing)).as(new String[] {SilverTable.POSITION, from}));
        return bronze.withColumn(LIST, elements(sent, type))
                .withColumn(FAULT, when(sent.isNotNull().and(col(LIST).isNull()), lit(from + " is no list")))
                .select(columns.toArray(Column[]::new))
                .withColumn(
                        SilverTable.POSITION, col(SilverTable.POSITION).plus(1).cast("bigint"));
    }

    /** What stands where the list should; JSON without such a place stands there itself. */
    private static Column sent(String from, Dataset<Row> bronze) {
        var path = SentPath.of(from, List.of(bronze.columns()))
                .orElseThrow(() -> new IllegalArgumentException("the input has no column for " + from));
        var outer = col("`" + path.column() + "`");
        if (path.fields().isEmpty()) {
            return outer;
        }
        var found = Texts.field(outer, path.fields());
        return when(found.isNotNull(), coalesce(found.getItem(0), outer));
    }

    private static Column elements(Column sent, DataType type) {
        return type instanceof ArrayType ? sent : Texts.elements(sent);
    }
}
