package com.turanmart.lakehouse.bronze.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import com.turanmart.lakehouse.core.conf.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedFilesTest {
    private static final SentAs CSV = SentFiles.of(SentFiles.CSV);

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "zst", "zstd", "GZ", "Bz2"})
    void unpacksWhatItsNameSays(String ending) throws IOException {
        var packed = packed(ending, "order_id,country\n17,KZ\n");

        assertThat(read(ending, packed).get(0).fields()).containsEntry("country", "KZ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "zst"})
    void readsAnArchiveOfSeveralMembersToItsEnd(String ending) throws IOException {
        var packed = new ByteArrayOutputStream();
        for (var part : List.of("order_id,country\n1,K", "Z\n2,UZ\n", "", "3,AE\n")) {
            packed.write(packed(ending, part));
        }

        var sent = new ByteArrayInputStream(packed.toByteArray()) {
            /** As a store does: nothing is known without asking for it. */
            @Override
            public synchronized int available() {
                return 0;
            }
        };

        assertThat(Read.all("part-1." + ending, CSV, sent))
                .extracting(record -> record.fields().get("country"))
                .containsExactly("KZ", "UZ", "AE");
    }

    @ParameterizedTest
    @CsvSource({"gz, gzip", "bz2, bzip2", "zst, zstd"})
    void anArchiveThatIsCutOffSaysSo(String ending, String packing) throws IOException {
        var whole = packed(ending, manyLines());

        for (var length : new int[] {1, whole.length / 2, whole.length - 1}) {
            assertThatThrownBy(() -> read(ending, Arrays.copyOf(whole, length)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("its " + packing + " data is cut off");
        }
    }

    @ParameterizedTest
    @CsvSource({"gz, gzip", "bz2, bzip2", "zst, zstd"})
    void anArchiveThatIsDamagedSaysSo(String ending, String packing) throws IOException {
        var whole = packed(ending, manyLines());
        var inTheMiddle = whole.clone();
        for (var i = 0; i < 64; i++) {
            inTheMiddle[whole.length / 2 + i] ^= 0x55;
        }
        var plain = Read.bytes(manyLines());
        var followed = Arrays.copyOf(whole, whole.length + 20);
        Arrays.fill(followed, whole.length, followed.length, (byte) 'x');

        for (var damaged : List.of(inTheMiddle, plain, followed)) {
            assertThatThrownBy(() -> read(ending, damaged))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("its " + packing + " data is (damaged|cut off)");
        }
    }

    @Test
    void aStoreThatBreaksOffIsNoDamagedArchive() throws IOException {
        var whole = packed("gz", manyLines());
        var broken = new ByteArrayInputStream(whole, 0, whole.length / 2) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                var count = super.read(into, from, length);
                if (count < 0) {
                    throw new IllegalStateException("connection reset");
                }
                return count;
            }
        };

        assertThatThrownBy(() -> Read.all("part-1.gz", CSV, broken)).hasMessage("connection reset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "zst"})
    void aBombIsRefusedByItsRatioBeforeItIsUnpacked(String ending) throws IOException {
        var bomb = bomb(ending, 96);

        assertThatThrownBy(() -> read(ending, bomb))
                .isInstanceOf(IOException.class)
                .hasMessage("it unpacks to more than 200 times its size; landing.limits.ratio says how much may be");
    }

    @Test
    void aLargeArchiveIsRefusedByItsSize() throws IOException {
        var large = packed("gz", manyLines().repeat(5));
        var limits = new Limits(1 << 20, 1 << 22, 100, 1, 200);

        assertThatThrownBy(() ->
                        Read.all("part-1.gz", SentFiles.of(SentFiles.CSV, limits), new ByteArrayInputStream(large)))
                .isInstanceOf(IOException.class)
                .hasMessage("it unpacks to more than 1 MB; landing.limits.unpacked_megabytes says how much may be");
    }

    @Test
    void aSmallFileMayHoldTheSameLineManyTimes() throws IOException {
        var packed = packed("gz", "order_id,country\n" + "17,KZ\n".repeat(200_000));

        assertThat(packed.length * 200).isLessThan(200_000 * 6);
        assertThat(read("gz", packed)).hasSize(200_000);
    }

    private static List<SentRecord> read(String ending, byte[] packed) throws IOException {
        return Read.all("part-1.csv." + ending, CSV, new ByteArrayInputStream(packed));
    }

    private static String manyLines() {
        var random = new Random(7);
        var text = new StringBuilder("order_id,country\n");
        for (var i = 0; i < 10_000; i++) {
            text.append(i).append(',').append(random.nextLong()).append('\n');
        }
        return text.toString();
    }

    private static byte[] packed(String ending, String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var packer = packer(ending, packed)) {
            packer.write(Read.bytes(text));
        }
        return packed.toByteArray();
    }

    private static byte[] bomb(String ending, int megabytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        var lines = Read.bytes(("17," + "K".repeat(1 << 16) + "\n").repeat(16));
        try (var packer = packer(ending, packed)) {
            packer.write(Read.bytes("order_id,country\n"));
            for (var written = 0L; written < (long) megabytes << 20; written += lines.length) {
                packer.write(lines);
            }
        }
        return packed.toByteArray();
    }

    private static OutputStream packer(String ending, OutputStream packed) throws IOException {
        return switch (ending.toLowerCase(Locale.ROOT)) {
            case "gz" -> new GZIPOutputStream(packed);
            case "bz2" -> new BZip2CompressorOutputStream(packed, 1);
            default -> new ZstdOutputStream(packed);
        };
    }
}
