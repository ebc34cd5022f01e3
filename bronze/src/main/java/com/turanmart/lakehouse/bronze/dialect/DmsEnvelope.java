package com.turanmart.lakehouse.bronze.dialect;

import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.conf.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** AWS DMS: a full load that says nothing of changes, then records that say which change they are. */
record DmsEnvelope(Dialect.Dms dialect, String path) implements Envelope {
    @Override
    public List<Change> open(SentRecord record) throws MalformedChange {
        var fields = record.fields();
        return List.of(Change.of(
                operation(fields), sequence(record), Optional.ofNullable(fields.get(dialect.committedAt())), fields));
    }

    @Override
    public Set<String> ownFields() {
        return Set.copyOf(List.of(dialect.operation(), dialect.sequence(), dialect.committedAt()));
    }

    /** Rows of a full load are inserts. */
    private boolean isFullLoad(Map<String, String> fields) {
        return !fields.containsKey(dialect.operation());
    }

    private Operation operation(Map<String, String> fields) throws MalformedChange {
        if (isFullLoad(fields)) {
            return Operation.INSERT;
        }
        for (var operation : Operation.values()) {
            if (operation.letter().equals(fields.get(dialect.operation()))) {
                return operation;
            }
        }
        throw new MalformedChange(dialect.operation() + " is none of I, U and D");
    }

    private Optional<String> sequence(SentRecord record) throws MalformedChange {
        var fullLoad = isFullLoad(record.fields());
        if (dialect.sequence().equals(Dialect.Dms.BY_LINE)) {
            return Optional.of(place(fullLoad, record.line()));
        }
        var name = dialect.sequence();
        var sent = record.fields().get(name);
        if (sent == null) {
            if (fullLoad) {
                return Optional.empty();
            }
            throw new MalformedChange(name + " is missing: the order of changes cannot be told");
        }
        return Optional.of(Sequence.ofNumber(name, sent));
    }

    /** In one folder a full load comes before every change, whatever their files are called. */
    private String place(boolean fullLoad, long line) {
        var name = path.lastIndexOf('/') + 1;
        return path.substring(0, name) + (fullLoad ? "0/" : "1/") + Sequence.ofPlace(path.substring(name), line);
    }
}
