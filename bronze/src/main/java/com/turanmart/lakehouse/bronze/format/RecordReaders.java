package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Format;
import java.io.IOException;
import java.io.InputStream;

/** Opens a landed file as it was sent. */
public final class RecordReaders {
    private RecordReaders() {}

    /** Closes the bytes with the reader, and at once when it throws. */
    public static RecordReader open(SentAs sent, String path, InputStream bytes) throws IOException {
        try {
            return reader(sent, Unpacked.of(path, bytes, sent.limits()));
        } catch (IOException e) {
            try (bytes) {
                throw e;
            }
        }
    }

    private static RecordReader reader(SentAs sent, InputStream bytes) throws IOException {
        var limits = sent.limits();
        if (sent.format() instanceof Format.Csv csv) {
            return new CsvRecords(new DecodedText(bytes, csv.encoding()), csv, sent);
        }
        if (sent.format() instanceof Format.Json json) {
            return new JsonRecords(new DecodedText(bytes, json.encoding()), limits);
        }
        if (sent.format() instanceof Format.JsonLines lines) {
            return new JsonLineRecords(new DecodedText(bytes, lines.encoding()), limits);
        }
        var fixed = (Format.FixedWidth) sent.format();
        return new FixedWidthRecords(new DecodedText(bytes, fixed.encoding()), fixed, limits);
    }
}
