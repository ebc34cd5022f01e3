package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Limits;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** One JSON object a line; blank lines are none. */
final class JsonLineRecords implements RecordReader {
    private final Lines lines;
    private final JsonObject object;

    JsonLineRecords(Reader text, Limits limits) {
        lines = new Lines(text, limits);
        object = new JsonObject(limits.depth());
    }

    @Override
    public Optional<SentRecord> next() throws IOException {
        var line = lines.next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line.map(this::record);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private SentRecord record(Lines.Line line) {
        return line.problem()
                .map(problem -> SentRecord.malformed(line.number(), problem, line.text()))
                .orElseGet(() -> object.record(line.number(), line.text()));
    }
}
