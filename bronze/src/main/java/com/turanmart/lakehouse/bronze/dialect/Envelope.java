package com.turanmart.lakehouse.bronze.dialect;

import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.conf.Dialect;
import java.util.List;
import java.util.Set;

/** Opens the records of one file: the one place that knows how a sender tells changes. */
public interface Envelope {

    /** The changes that a sound record tells, in their order; none for an event that is about no row. */
    List<Change> open(SentRecord record) throws MalformedChange;

    /** Names of fields that belong to the dialect, not to the row. */
    Set<String> ownFields();

    /** The envelope of a file by its path in the landing zone: where a sender gives no order, its files give one. */
    static Envelope of(Dialect dialect, String path) {
        return dialect instanceof Dialect.Dms dms ? new DmsEnvelope(dms, path) : new PlainEnvelope(path);
    }
}
