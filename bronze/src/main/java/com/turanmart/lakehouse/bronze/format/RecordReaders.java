package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Opens a landed file as it was sent. */
public final class RecordReaders {
    private static final int BUFFER_BYTES = 1 << 16;

    private RecordReaders() {}

    public static RecordReader open(SentAs sent, String path, InputStream bytes) throws IOException {
        var unpacked = path.endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
        // Bytes that are no UTF-8 must not become '\uFFFD' silently.
        var text = new InputStreamReader(
                unpacked,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        if (sent.format() instanceof Format.Csv csv) {
            return new CsvRecords(text, csv.delimiter(), sent.columns());
        }
        return new JsonLineRecords(text);
    }
}
