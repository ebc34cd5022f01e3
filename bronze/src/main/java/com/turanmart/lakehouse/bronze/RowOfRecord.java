package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.table.MapValue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Turns a record into a bronze row: declared columns by name, the rest rescued, and where it came from. */
final class RowOfRecord {
    /** Wide enough for every source position; as text it sorts like the number. */
    private static final int SEQUENCE_WIDTH = 38;

    private final SentAs sent;
    private final LandedFile file;
    private final Run run;
    private final Set<String> known;

    RowOfRecord(SentAs sent, LandedFile file, Run run) {
        this.sent = sent;
        this.file = file;
        this.run = run;
        known = new HashSet<>(sent.columns());
        if (sent.dialect() instanceof Dialect.Dms dms) {
            known.addAll(Set.of(dms.operation(), dms.sequence(), dms.committedAt()));
        }
    }

    Row record(SentRecord record) {
        var values = new ArrayList<@Nullable Object>();
        sent.columns().forEach(column -> values.add(record.fields().get(column)));
        if (sent.dialect() instanceof Dialect.Dms dms) {
            // A full load has none of these columns: its rows are inserts that come before every change.
            values.add(record.fields().getOrDefault(dms.operation(), "I"));
            values.add(padded(record.fields().get(dms.sequence())));
            values.add(record.fields().get(dms.committedAt()));
        } else {
            values.add("I");
            values.add(String.format(Locale.ROOT, "%s#%012d", file.file().path(), record.line()));
            values.add(null);
        }
        return row(values, rescued(record), record.line(), record.malformed().orElse(null), record.raw(), null);
    }

    Row unreadable(IOException problem) {
        var values = new ArrayList<@Nullable Object>();
        for (var i = 0; i < sent.columns().size() + 3; i++) {
            values.add(null);
        }
        return row(values, null, 0, null, null, reason(problem));
    }

    private static String reason(IOException problem) {
        if (problem instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        return problem.getMessage() == null ? "it breaks off" : problem.getMessage();
    }

    private Row row(
            List<@Nullable Object> values,
            @Nullable Object rescued,
            long line,
            @Nullable String malformed,
            @Nullable String raw,
            @Nullable String unreadable) {
        values.add(rescued);
        values.add(file.file().path());
        values.add(line);
        values.add(file.sha256());
        values.add(Date.valueOf(file.date()));
        values.add(sent.schemaVersion());
        values.add(run.id());
        values.add(Timestamp.from(run.startedAt()));
        values.add(malformed);
        values.add(raw);
        values.add(unreadable);
        return RowFactory.create(values.toArray());
    }

    private @Nullable Object rescued(SentRecord record) {
        Map<String, String> rescued = new HashMap<>();
        record.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                rescued.put(name, value);
            }
        });
        return rescued.isEmpty() ? null : MapValue.of(rescued);
    }

    private static @Nullable String padded(@Nullable String sequence) {
        return sequence == null || sequence.length() >= SEQUENCE_WIDTH
                ? sequence
                : "0".repeat(SEQUENCE_WIDTH - sequence.length()) + sequence;
    }
}
