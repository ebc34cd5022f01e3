package com.turanmart.lakehouse.pipeline;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** Which quarantined rows are meant. */
public sealed interface Choice {
    /** These rows, of whatever tables. */
    record Ids(List<String> ids) implements Choice {}

    /** The open rows of one table whose reason contains a text; of one file or of all. */
    record Reason(String table, String reason, Optional<String> file) implements Choice {
        Column condition() {
            var reasons = col("_reason").contains(reason);
            return file.map(path -> reasons.and(col("_file").equalTo(path))).orElse(reasons);
        }
    }
}
