package com.turanmart.lakehouse.bronze.dialect;

import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.conf.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Canal's flat JSON: all rows that one statement has changed, with the old values of what has changed. */
record CanalEnvelope(Dialect.Canal dialect) implements Envelope {
    private static final Map<String, Operation> OPERATIONS = Map.of(
            "INSERT", Operation.INSERT,
            "UPDATE", Operation.UPDATE,
            "DELETE", Operation.DELETE);

    @Override
    public List<Change> open(SentRecord record) throws MalformedChange {
        var event = new Event(record.fields());
        var type = event.text("type").orElse("");
        if (!dialect.means(event.text("table"))) {
            return List.of();
        }
        if (type.equals("TRUNCATE")) {
            throw new MalformedChange("a truncate: every row is gone at the sender; the table must be taken anew");
        }
        if (event.text("isDdl").equals(Optional.of("true")) || type.equals("QUERY")) {
            return List.of();
        }
        var operation = OPERATIONS.get(type);
        if (operation == null) {
            throw new MalformedChange("type is none of INSERT, UPDATE and DELETE");
        }
        return changes(event, operation);
    }

    private static List<Change> changes(Event event, Operation operation) throws MalformedChange {
        var rows = event.items("data");
        if (rows.isEmpty()) {
            throw new MalformedChange("data has no row");
        }
        var before = event.items("old");
        var changes = new ArrayList<Change>();
        for (var index = 0; index < rows.size(); index++) {
            changes.add(new Change(
                    operation,
                    Optional.of(sequence(event, index)),
                    event.text("es"),
                    Event.parsed("data", rows.get(index)).fields(),
                    index < before.size() && !before.get(index).equals("null")
                            ? Event.parsed("old", before.get(index)).fields()
                            : Map.of()));
        }
        return changes;
    }

    /** {@code id} starts anew with Canal's server: times come first. */
    private static String sequence(Event event, int index) throws MalformedChange {
        return Sequence.ofPart("es", event.required("es"))
                + Sequence.ofPart("ts", event.text("ts").orElse("0"))
                + Sequence.ofPart("id", event.text("id").orElse("0"))
                + Sequence.ofPart("row", "" + index);
    }
}
