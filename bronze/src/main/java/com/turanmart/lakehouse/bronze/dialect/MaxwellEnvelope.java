package com.turanmart.lakehouse.bronze.dialect;

import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.conf.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Maxwell's JSON: one change of a MySQL row, with the old values of what has changed. */
record MaxwellEnvelope(Dialect.Maxwell dialect, String path) implements Envelope {
    private static final Map<String, Operation> OPERATIONS = Map.of(
            "insert", Operation.INSERT,
            "bootstrap-insert", Operation.INSERT,
            "update", Operation.UPDATE,
            "delete", Operation.DELETE);
    private static final Set<String> OF_NO_ROW = Set.of(
            "bootstrap-start",
            "bootstrap-complete",
            "database-create",
            "database-alter",
            "database-drop",
            "table-create",
            "table-alter",
            "table-drop");

    @Override
    public List<Change> open(SentRecord record) throws MalformedChange {
        var event = new Event(record.fields());
        var type = event.text("type").orElse("");
        if (OF_NO_ROW.contains(type) || !dialect.means(event.text("table"))) {
            return List.of();
        }
        var operation = OPERATIONS.get(type);
        if (operation == null) {
            throw new MalformedChange("type is no change of a row that Maxwell sends");
        }
        return List.of(new Change(
                operation,
                Optional.of(sequence(event, record.line())),
                event.text("ts"),
                event.requiredPart("data").fields(),
                event.part("old").map(Event::fields).orElse(Map.of())));
    }

    /** The place in the binary log if it is sent; else the second, the transaction and the place in it. */
    private String sequence(Event event, long line) throws MalformedChange {
        var position = event.text("position");
        if (position.isPresent()) {
            var colon = position.get().lastIndexOf(':');
            var file = position.get().substring(0, Math.max(0, colon));
            return "p" + Sequence.ofPart("position", file.substring(file.lastIndexOf('.') + 1))
                    + Sequence.ofPart("position", position.get().substring(colon + 1))
                    + Sequence.ofPart("xoffset", event.text("xoffset").orElse("0"));
        }
        return Sequence.ofPart("ts", event.required("ts"))
                + Sequence.ofPart("xid", event.text("xid").orElse("0"))
                + inTransaction(event, line);
    }

    /** The last row of a transaction carries "commit" in place of its number in it. */
    private String inTransaction(Event event, long line) throws MalformedChange {
        if (event.has("xoffset")) {
            return Sequence.ofPart("xoffset", event.required("xoffset"));
        }
        return event.text("commit").equals(Optional.of("true")) ? "~" : "p" + Sequence.ofPlace(path, line);
    }
}
