package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What the readers say of their files, held against the rows that have come of them. */
final class FileAccounts {
    private FileAccounts() {}

    /** Refuses when a row that was read is not there, or one is there that nobody read. */
    static Map<LandedFile, FileEnd> of(Dataset<Row> rows, List<LandedFile> files) {
        var isEnd = col(BronzeRows.END).isNotNull();
        var isMalformed = col(BronzeRows.MALFORMED).isNotNull();
        var seen = rows
                .groupBy("_file")
                .agg(
                        count(when(isEnd.or(isMalformed), null).otherwise(lit(1))),
                        count(when(isMalformed, lit(1))),
                        count(when(isEnd, lit(1))),
                        first(col(BronzeRows.END), true))
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(row -> row.getString(0), Function.identity()));
        var accounts = new LinkedHashMap<LandedFile, FileEnd>();
        for (var file : files) {
            accounts.put(file, end(file, seen.get(file.file().path())));
        }
        return accounts;
    }

    private static FileEnd end(LandedFile file, @Nullable Row seen) {
        if (seen == null || seen.getLong(3) != 1) {
            throw lost(file, "it was not read to its end exactly once");
        }
        var end = FileEnd.of(seen.getStruct(4));
        if (seen.getLong(1) != end.records() || seen.getLong(2) != end.malformed()) {
            throw lost(
                    file,
                    end.records() + " rows and " + end.malformed() + " malformed records were read, " + seen.getLong(1)
                            + " and " + seen.getLong(2) + " have come");
        }
        return end;
    }

    private static Refusal lost(LandedFile file, String said) {
        return new Refusal(
                ExitCode.NEEDS_A_PERSON,
                file.table() + ", " + file.file().path() + ": " + said
                        + ". Nothing was written: keep the run's log and ask for help before the next run.");
    }
}
