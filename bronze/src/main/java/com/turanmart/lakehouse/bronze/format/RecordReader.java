package com.turanmart.lakehouse.bronze.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Records of one file in its order; a malformed record is a record, an unreadable file is an {@link IOException}. */
public interface RecordReader extends Closeable {

    /** Empty at the end of the file. */
    Optional<SentRecord> next() throws IOException;
}
