package com.turanmart.lakehouse.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.sql.Literal;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Units that are few, such as days: literals, which Spark carries down to the files of the inputs. */
record SomeUnits(Set<String> names) implements Part {

    @Override
    public Dataset<Row> of(Dataset<Row> rows, String column) {
        return rows.where(condition(rows, column));
    }

    @Override
    public Dataset<Row> besides(Dataset<Row> rows, String column) {
        return rows.where(not(coalesce(expr(condition(rows, column)), lit(false))));
    }

    @Override
    public Commit commit(Tables tables, Staged rows, Stamp stamp) {
        var unit = rows.unit();
        return tables.replaceWhere(
                rows.table().table(), rows.fresh(), condition(rows.fresh(), unit), stamp, List.of(unit));
    }

    private String condition(Dataset<Row> rows, String column) {
        var type = rows.schema().apply(column).dataType();
        return names.stream()
                .map(name -> Literal.of(name, type))
                .collect(Collectors.joining(", ", "`" + column + "` IN (", ")"));
    }
}
