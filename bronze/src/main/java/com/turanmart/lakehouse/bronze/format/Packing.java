package com.turanmart.lakehouse.bronze.format;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a file is packed, as its name says. Archives of several members or frames are read to the end of the last one. */
enum Packing {
    GZIP("gz") {
        @Override
        InputStream unpack(InputStream packed) throws IOException {
            return new GzipCompressorInputStream(packed, true);
        }
    },
    BZIP2("bz2") {
        @Override
        InputStream unpack(InputStream packed) throws IOException {
            return new BZip2CompressorInputStream(packed, true);
        }
    },
    ZSTD("zstd?") {
        @Override
        InputStream unpack(InputStream packed) throws IOException {
            return new ZstdInputStream(packed);
        }
    };

    private final String ending;

    Packing(String ending) {
        this.ending = ending;
    }

    abstract InputStream unpack(InputStream packed) throws IOException;

    static Optional<Packing> of(String path) {
        return Arrays.stream(values())
                .filter(packing -> path.matches("(?is).*\\." + packing.ending))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
