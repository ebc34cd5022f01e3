package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip with modification time 0 and the fastest level: a big day costs mostly compression. */
final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out, int bufferBytes) throws IOException {
        super(out, bufferBytes);
        def.setLevel(Deflater.BEST_SPEED);
    }
}
