package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Limits;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** What a packed file holds, up to the limits; a damaged archive and a bomb say what they are. */
final class Unpacked extends InputStream {
    /** A small file may hold the same line many times; a bomb is large. */
    static final long BYTES_OF_ANY_RATIO = 64L << 20;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int BYTES_OF_A_MEGABYTE = 1 << 20;

    private final Packing packing;
    private final PackedBytes packed;
    private final Limits limits;
    private final InputStream content;
    private long unpackedBytes;

    private Unpacked(Packing packing, InputStream bytes, Limits limits) throws IOException {
        this.packing = packing;
        this.limits = limits;
        packed = new PackedBytes(bytes);
        content = unless(() -> packing.unpack(new BufferedInputStream(packed, BUFFER_BYTES)));
    }

    /** The bytes themselves where the file's name says that they are not packed. */
    static InputStream of(String path, InputStream bytes, Limits limits) throws IOException {
        var packing = Packing.of(path);
        return packing.isPresent() ? new Unpacked(packing.get(), bytes, limits) : bytes;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = unless(() -> content.read(into, from, length));
        unpackedBytes += Math.max(count, 0);
        if (unpackedBytes > (long) limits.unpackedMegabytes() * BYTES_OF_A_MEGABYTE) {
            throw tooLarge("%,d MB", "unpacked_megabytes", limits.unpackedMegabytes());
        }
        if (unpackedBytes > BYTES_OF_ANY_RATIO && unpackedBytes / limits.ratio() > packed.count()) {
            throw tooLarge("%,d times its size", "ratio", limits.ratio());
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private <T> T unless(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (IOException | RuntimeException e) {
            if (packed.broke()) {
                throw e;
            }
            throw new IOException("its " + packing + " data is " + (packed.ended() ? "cut off" : "damaged"), e);
        }
    }

    private static IOException tooLarge(String much, String key, int limit) {
        return new IOException(String.format(Locale.ROOT, "it unpacks to more than " + much, limit)
                + "; landing.limits." + key + " says how much may be");
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    /** The file as it lies in the store: what is wrong with the store is not the archive's fault. */
    private static final class PackedBytes extends FilterInputStream {
        private long count;
        private boolean ended;
        private boolean broke;

        PackedBytes(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            broke = true;
            var got = super.read(into, from, length);
            broke = false;
            ended = got < 0;
            count += Math.max(got, 0);
            return got;
        }

        long count() {
            return count;
        }

        boolean ended() {
            return ended;
        }

        boolean broke() {
            return broke;
        }
    }
}
