package com.turanmart.lakehouse.bronze.format;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The blocks of an Avro file, as it counts them itself. Avro's own reader takes a file that breaks off within a block
 * for one that ends before it.
 */
public final class AvroBlocks {
    private static final int MAGIC = 'O' << 24 | 'b' << 16 | 'j' << 8 | 1;
    private static final int SYNC_BYTES = 16;

    private AvroBlocks() {}

    /** How many records the file says that it has; throws when it is no Avro file or does not end with a block. */
    public static long records(InputStream file) throws IOException {
        var bytes = new DataInputStream(new BufferedInputStream(file));
        if (bytes.readInt() != MAGIC) {
            throw new IOException("no Avro file");
        }
        skipMetadata(bytes);
        var sync = new byte[SYNC_BYTES];
        bytes.readFully(sync);
        var records = 0L;
        for (var first = bytes.read(); first >= 0; first = bytes.read()) {
            records += number(first, bytes);
            bytes.skipNBytes(number(bytes));
            if (!Arrays.equals(bytes.readNBytes(SYNC_BYTES), sync)) {
                throw new IOException("a block does not end where it says");
            }
        }
        return records;
    }

    /** Parts of a map: how many entries, their size when that is negative, then names and values; none ends the map. */
    private static void skipMetadata(DataInputStream bytes) throws IOException {
        for (var entries = number(bytes); entries != 0; entries = number(bytes)) {
            if (entries < 0) {
                bytes.skipNBytes(number(bytes));
                continue;
            }
            for (var entry = 0L; entry < entries; entry++) {
                bytes.skipNBytes(number(bytes));
                bytes.skipNBytes(number(bytes));
            }
        }
    }

    private static long number(DataInputStream bytes) throws IOException {
        return number(bytes.readUnsignedByte(), bytes);
    }

    /** Seven bits a byte, the lowest first; the last bit of all is the sign. */
    private static long number(int first, DataInputStream bytes) throws IOException {
        var bits = first & 0x7FL;
        var shift = 7;
        for (var next = first; (next & 0x80) != 0; shift += 7) {
            next = bytes.readUnsignedByte();
            bits |= (next & 0x7FL) << shift;
        }
        return bits >>> 1 ^ -(bits & 1);
    }
}
