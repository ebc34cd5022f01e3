package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.format.RecordReader;
import com.turanmart.lakehouse.bronze.format.RecordReaders;
import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** The rows of one landed file, read as they are asked for; a file that breaks off ends in one row that says so. */
final class FileRows implements Iterator<Row> {
    private final LandedFile file;
    private final RowOfRecord rowOf;
    private Optional<RecordReader> reader = Optional.empty();
    private Optional<Row> ahead = Optional.empty();
    private boolean ended;

    FileRows(SentAs sent, LandedFile file, Run run, Storage storage) {
        this.file = file;
        rowOf = new RowOfRecord(sent, file, run);
        try {
            var opened = RecordReaders.open(
                    sent, file.file().path(), storage.open(file.file().uri()));
            reader = Optional.of(opened);
            if (!opened.missing().isEmpty()) {
                throw new IOException("its header lacks " + String.join(", ", opened.missing()));
            }
        } catch (IOException e) {
            end(e);
        }
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty() && !ended) {
            try {
                ahead = reader.orElseThrow().next().map(this::row);
                if (ahead.isEmpty()) {
                    ended = true;
                    close();
                }
            } catch (IOException e) {
                end(e);
            }
        }
        return ahead.isPresent();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException(file.file().path());
        }
        var row = ahead.orElseThrow();
        ahead = Optional.empty();
        return row;
    }

    private Row row(SentRecord record) {
        return rowOf.record(record);
    }

    private void end(IOException problem) {
        ended = true;
        ahead = Optional.of(rowOf.unreadable(problem));
        try {
            close();
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
    }

    private void close() throws IOException {
        if (reader.isPresent()) {
            reader.get().close();
        }
    }
}
