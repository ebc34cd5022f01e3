package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Commit;
import com.turanmart.lakehouse.core.table.Memory;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What of a table is computed anew, and how its rows come in. */
sealed interface Part permits WholeTable, SomeUnits, SomeKeys {

    /** The units that it consists of, as text; none when they are not named one by one. */
    Set<String> names();

    /** What a person should know of the choice; empty when it is the ordinary one. */
    default Optional<String> why() {
        return Optional.empty();
    }

    /** Of some rows those that belong to it, by the column that holds their unit. */
    Dataset<Row> of(Dataset<Row> rows, String column);

    /** Of an input of which it needs its own rows only, those rows. */
    default Dataset<Row> narrow(Dataset<Row> input, String column, Memory memory) {
        return of(input, column);
    }

    /** The others, and rows without a unit. */
    Dataset<Row> besides(Dataset<Row> rows, String column);

    /** Lets fresh rows take the place of the published ones of this part. */
    Commit commit(Tables tables, Staged rows, Stamp stamp);
}
