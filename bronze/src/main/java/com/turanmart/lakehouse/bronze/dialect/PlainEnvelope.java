package com.turanmart.lakehouse.bronze.dialect;

import com.turanmart.lakehouse.bronze.format.SentRecord;
import java.util.List;
import java.util.Optional;

/** Every record is a version of its row. */
record PlainEnvelope(String path) implements Envelope {
    @Override
    public List<Change> open(SentRecord record) {
        var place = Sequence.ofPlace(path, record.line());
        return List.of(Change.of(Operation.INSERT, Optional.of(place), Optional.empty(), record.fields()));
    }
}
