package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Format;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Opens a landed file as it was sent. */
public final class RecordReaders {
    private static final int BUFFER_BYTES = 1 << 16;

    private RecordReaders() {}

    /** Closes the bytes with the reader, and at once when it throws. */
    public static RecordReader open(SentAs sent, String path, InputStream bytes) throws IOException {
        try {
            var unpacked = path.endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
            return sent.format() instanceof Format.Csv csv
                    ? new CsvRecords(unpacked, csv.delimiter(), sent.columns())
                    : new JsonLineRecords(unpacked);
        } catch (IOException e) {
            try (bytes) {
                throw e;
            }
        }
    }
}
