package com.turanmart.lakehouse.silver;

import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Commit;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a declared way of writing makes of the rows of one step. */
interface Mode {

    static Mode of(Step step) {
        if (step.table().write() instanceof Write.Snapshot snapshot) {
            return new Snapshots(step, snapshot);
        }
        return step.table().write() instanceof Write.Append append
                ? new Events(step, append)
                : new LatestVersions(step);
    }

    /** The bronze rows that a step has to see, given those that are new. */
    default Dataset<Row> seen(Dataset<Row> news, Supplier<Dataset<Row>> all) {
        return news;
    }

    /** What rows that can be taken mean for the table; nothing is written yet. */
    Decision decide(Dataset<Row> sound);

    /** Writes what was decided: first what the table keeps beside itself, then the table. */
    Commit write(Decision decision, Stamp stamp);
}
