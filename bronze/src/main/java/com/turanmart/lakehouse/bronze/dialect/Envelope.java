package com.turanmart.lakehouse.bronze.dialect;

import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.conf.Dialect;
import java.util.List;
import java.util.Set;

/** Opens the records of one file: the one place that knows how a sender tells changes. */
public interface Envelope {

    /** The changes that a sound record tells, in their order; none for an event that is about no row. */
    List<Change> open(SentRecord record) throws MalformedChange;

    /** Names of fields that stand beside the row's own and belong to the dialect. */
    default Set<String> ownFields() {
        return Set.of();
    }

    /** Whether a record without fields means something to the dialect, and nothing that is a row. */
    default boolean passesOver(SentRecord malformed) {
        return false;
    }

    /** The envelope of a file by its path in the landing zone: where a sender gives no order, its files give one. */
    static Envelope of(Dialect dialect, String path) {
        if (dialect instanceof Dialect.Dms dms) {
            return new DmsEnvelope(dms, path);
        }
        if (dialect instanceof Dialect.Debezium debezium) {
            return new DebeziumEnvelope(debezium, path);
        }
        if (dialect instanceof Dialect.Maxwell maxwell) {
            return new MaxwellEnvelope(maxwell, path);
        }
        return dialect instanceof Dialect.Canal canal ? new CanalEnvelope(canal) : new PlainEnvelope(path);
    }
}
