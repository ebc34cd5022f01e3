package com.turanmart.lakehouse.bronze.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Records of one file in its order; a malformed record is a record, an unreadable file is an {@link IOException}. */
public interface RecordReader extends Closeable {

    /** Empty at the end of the file. */
    Optional<SentRecord> next() throws IOException;

    /** Declared columns that the file as a whole does not have; a record of a file without a header tells for itself. */
    default List<String> missing() {
        return List.of();
    }
}
