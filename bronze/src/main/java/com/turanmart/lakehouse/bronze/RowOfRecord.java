package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.dialect.Change;
import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.table.MapValue;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** What was read of one file as rows of bronze: declared columns by name, the rest rescued, and where it came from. */
final class RowOfRecord {
    /** _op, _sequence, _committed_at, _before and _rescued. */
    private static final int COLUMNS_OF_CHANGE = 5;

    private final SentAs sent;
    private final LandedFile file;
    private final Run run;

    RowOfRecord(SentAs sent, LandedFile file, Run run) {
        this.sent = sent;
        this.file = file;
        this.run = run;
    }

    Row sound(SentRecord record, Change change, Map<String, String> rescued) {
        var values = new ArrayList<@Nullable Object>();
        sent.columns().forEach(column -> values.add(change.fields().get(column)));
        values.add(change.operation().letter());
        values.add(change.sequence().orElse(null));
        values.add(change.committedAt().orElse(null));
        values.add(orNull(change.before()));
        values.add(orNull(rescued));
        return row(values, record.line(), null, null, null);
    }

    Row malformed(SentRecord record, String reason) {
        var raw = record.malformed().isPresent() ? record.raw() : String.valueOf(record.fields());
        return row(nothing(), record.line(), reason, SentRecord.beginning(raw), null);
    }

    Row end(FileEnd end) {
        return row(nothing(), 0, null, null, end.row());
    }

    private List<@Nullable Object> nothing() {
        return new ArrayList<>(Arrays.asList(new Object[sent.columns().size() + COLUMNS_OF_CHANGE]));
    }

    private Row row(
            List<@Nullable Object> values,
            long line,
            @Nullable String malformed,
            @Nullable String raw,
            @Nullable Row end) {
        values.add(sent.source());
        values.add(file.file().path());
        values.add(line);
        values.add(file.sha256());
        values.add(Date.valueOf(file.date()));
        values.add(sent.schemaVersion());
        values.add(run.id());
        values.add(Timestamp.from(run.startedAt()));
        values.add(malformed);
        values.add(raw);
        values.add(end);
        return RowFactory.create(values.toArray());
    }

    private static @Nullable Object orNull(Map<String, String> fields) {
        return fields.isEmpty() ? null : MapValue.of(fields);
    }
}
