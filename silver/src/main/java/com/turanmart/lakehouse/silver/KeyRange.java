package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import com.turanmart.lakehouse.core.sql.Literal;
import com.turanmart.lakehouse.core.sql.Names;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The values of one column between which some rows lie, as literals: by nothing else does Delta leave out files. */
record KeyRange(String column, String first, String last) {

    /** Of no rows, or of nulls alone, it is a range that holds nothing. */
    static KeyRange of(Dataset<Row> rows, String column) {
        var type = rows.schema().apply(column).dataType();
        var ends = rows.agg(
                        Literal.text(min(Names.column(column)), type), Literal.text(max(Names.column(column)), type))
                .first();
        // Without its type a null takes no days away.
        var nothing = "CAST(NULL AS " + type.sql() + ")";
        return ends.isNullAt(0)
                ? new KeyRange(column, nothing, nothing)
                : new KeyRange(column, Literal.of(ends.getString(0), type), Literal.of(ends.getString(1), type));
    }

    /** The same range with some days before and after. */
    KeyRange widened(int days) {
        return new KeyRange(column, first + " - INTERVAL " + days + " DAYS", last + " + INTERVAL " + days + " DAYS");
    }

    /** SQL: a row lies within. */
    String holds() {
        return "`" + column + "` BETWEEN " + first + " AND " + last;
    }

    /** SQL: a row of one side lies within. */
    String holds(String side) {
        return side + "." + holds();
    }
}
