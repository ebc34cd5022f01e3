package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.dialect.Change;
import com.turanmart.lakehouse.bronze.dialect.Envelope;
import com.turanmart.lakehouse.bronze.dialect.MalformedChange;
import com.turanmart.lakehouse.bronze.format.RecordReader;
import com.turanmart.lakehouse.bronze.format.RecordReaders;
import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.spark.sql.Row;

/** The rows of one landed file, read as they are asked for, and at its end one row that says what the reader saw. */
final class FileRows implements Iterator<Row> {
    private final LandedFile file;
    private final RowOfRecord rowOf;
    private final Envelope envelope;
    private final Set<String> known;
    private final SeenColumns seen;
    private final Queue<Row> ahead = new ArrayDeque<>();
    private Optional<RecordReader> reader = Optional.empty();
    private boolean ended;
    private long records;
    private long malformed;
    private long skipped;

    FileRows(SentAs sent, LandedFile file, Run run, Storage storage) {
        this.file = file;
        rowOf = new RowOfRecord(sent, file, run);
        envelope = Envelope.of(sent.dialect(), file.file().path());
        known = new HashSet<>(sent.columns());
        known.addAll(envelope.ownFields());
        seen = new SeenColumns(sent.columns());
        try {
            reader = Optional.of(RecordReaders.open(
                    sent, file.file().path(), storage.open(file.file().uri())));
        } catch (IOException e) {
            breakOff(e);
        }
    }

    @Override
    public boolean hasNext() {
        while (ahead.isEmpty() && !ended) {
            try {
                var record = reader.orElseThrow().next();
                if (record.isPresent()) {
                    take(record.get());
                } else {
                    close();
                    end(Optional.empty());
                }
            } catch (IOException e) {
                breakOff(e);
            }
        }
        return !ahead.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException(file.file().path());
        }
        return ahead.remove();
    }

    private void take(SentRecord record) {
        if (record.malformed().isPresent()) {
            if (envelope.passesOver(record)) {
                skipped++;
            } else {
                putAside(record, record.malformed().get());
            }
            return;
        }
        try {
            var changes = envelope.open(record);
            changes.forEach(change -> take(record, change));
            skipped += changes.isEmpty() ? 1 : 0;
        } catch (MalformedChange e) {
            putAside(record, String.valueOf(e.getMessage()));
        }
    }

    private void take(SentRecord record, Change change) {
        var rescued = undeclared(change.fields());
        seen.add(change, rescued.keySet());
        ahead.add(rowOf.sound(record, change, rescued));
        records++;
    }

    private void putAside(SentRecord record, String reason) {
        ahead.add(rowOf.malformed(record, reason));
        malformed++;
    }

    private Map<String, String> undeclared(Map<String, String> fields) {
        var rescued = new HashMap<>(fields);
        rescued.keySet().removeAll(known);
        return rescued;
    }

    private void end(Optional<String> problem) {
        ended = true;
        // A file without rows may still have a header.
        var missing =
                records > 0 ? seen.missing() : reader.map(RecordReader::missing).orElse(List.of());
        ahead.add(rowOf.end(new FileEnd(problem, records, malformed, skipped, missing, seen.undeclared())));
    }

    private void breakOff(IOException problem) {
        end(Optional.of(reason(problem)));
        try {
            close();
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
    }

    private static String reason(IOException problem) {
        return problem.getMessage() == null ? "it breaks off" : problem.getMessage();
    }

    private void close() throws IOException {
        if (reader.isPresent()) {
            reader.get().close();
        }
    }
}
