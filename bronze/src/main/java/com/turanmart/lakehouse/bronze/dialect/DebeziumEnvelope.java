package com.turanmart.lakehouse.bronze.dialect;

import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.conf.Dialect;
import java.util.List;
import java.util.Map;

/** Debezium's JSON: one change with the row as it was and as it is, inside {@code payload} when schemas are sent too. */
record DebeziumEnvelope(Dialect.Debezium dialect, String path) implements Envelope {
    private static final Map<String, Operation> OPERATIONS = Map.of(
            "c", Operation.INSERT,
            "r", Operation.INSERT,
            "u", Operation.UPDATE,
            "d", Operation.DELETE);

    @Override
    public List<Change> open(SentRecord record) throws MalformedChange {
        var sent = new Event(record.fields());
        var isWrapped = !sent.has("op") && record.fields().containsKey("payload");
        if (isWrapped && !sent.has("payload")) {
            return List.of();
        }
        var event = isWrapped ? sent.requiredPart("payload") : sent;
        if (!isOfARow(event)) {
            return List.of();
        }
        var source = event.part("source").orElse(new Event(Map.of()));
        if (!dialect.means(source.text("table"))) {
            return List.of();
        }
        var operation = OPERATIONS.get(event.text("op").orElse(""));
        if (operation == null) {
            throw new MalformedChange("op is none of c, r, u, d, t and m");
        }
        var image = event.requiredPart(operation == Operation.DELETE ? "before" : "after");
        return List.of(new Change(
                operation,
                new DebeziumPosition(event, source).sequence(path, record.line()),
                source.text("ts_ms").or(() -> event.text("ts_ms")),
                image.fields(),
                event.part("before").map(Event::fields).orElse(Map.of())));
    }

    /** Messages and schema changes are about no row. */
    private static boolean isOfARow(Event event) throws MalformedChange {
        var op = event.text("op").orElse("");
        if (op.equals("t")) {
            throw new MalformedChange("a truncate: every row is gone at the sender; the table must be taken anew");
        }
        return !op.equals("m") && !(op.isEmpty() && event.has("ddl"));
    }

    /** A tombstone follows a delete; it is for whoever compacts the stream. */
    @Override
    public boolean passesOver(SentRecord malformed) {
        return malformed.raw().strip().equals("null");
    }
}
