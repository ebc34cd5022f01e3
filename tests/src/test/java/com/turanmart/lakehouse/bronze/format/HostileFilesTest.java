package com.turanmart.lakehouse.bronze.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import com.turanmart.lakehouse.core.conf.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bomb costs one entry or its file, and no more memory than the limits allow; what stands around it is read. */
class HostileFilesTest {
    private static final int BOMB_CHARACTERS = 24_000_000;
    /** Far less than the bomb itself as text, which takes a byte or two a character. */
    private static final long MOST_BYTES = BOMB_CHARACTERS;

    private static final String TOO_LONG_A_LINE = "a line of more than 1,048,576 characters";
    private static final String TOO_LONG_A_RECORD = "a record of more than 4,194,304 characters";
    private static final Format FIXED = new Format.FixedWidth(
            Map.of("order_id", new Format.Slice(1, 2), "country", new Format.Slice(3, 2)), "UTF-8");

    @Test
    void aLineThatNeverSeemsToEndIsOneMalformedRecord() throws IOException {
        isOneEntry(SentFiles.JSON_LINES, "{\"order_id\":1}\n{\"a\":\"", 'x', "\"}\n{\"order_id\":3}", TOO_LONG_A_LINE);
        isOneEntry(SentFiles.CSV, "order_id,country\n1,KZ\n2,", 'x', "\n3,UZ", TOO_LONG_A_LINE);
        isOneEntry(SentFiles.CSV, "order_id,country\n1,KZ\n2,", ',', "\n3,UZ", TOO_LONG_A_LINE);
        isOneEntry(SentFiles.CSV, "order_id,country\n1,KZ\n2,\"", 'x', "\"\n3,UZ", TOO_LONG_A_LINE);
        isOneEntry(FIXED, " 1KZ\n", 'x', "\n 3UZ", TOO_LONG_A_LINE);
        isOneEntry(SentFiles.JSON, "[{\"order_id\":1},{\"a\":\"", 'x', "\"},{\"order_id\":3}]", TOO_LONG_A_RECORD);
    }

    @Test
    void aRecordOfManyLinesThatNeverEndsIsOneMalformedRecord() throws IOException {
        isOneEntry(SentFiles.CSV, "order_id,country\n1,KZ\n2,\"", '\n', "\"\n3,UZ", TOO_LONG_A_RECORD);
        isOneEntry(SentFiles.JSON, "[{\"order_id\":1},{", '\n', "},{\"order_id\":3}]", TOO_LONG_A_RECORD);
    }

    @Test
    void aQuoteThatSwallowsTheFileHoldsItAndSaysWhereItOpens() {
        assertThatThrownBy(() -> read(SentFiles.CSV, "order_id,country\n1,KZ\n2,\"", '\n', ""))
                .hasMessage("it ends inside quotes that open on line 3: a quote is not closed, or the file is cut off");
    }

    @Test
    void blocksOfNulAreMalformed() throws IOException {
        isOneEntry(SentFiles.JSON_LINES, "{\"order_id\":1}\n", '\0', "\n{\"order_id\":3}", "a NUL character");
        isOneEntry(SentFiles.CSV, "order_id,country\n1,KZ\n", '\0', "\n3,UZ", "a NUL character");
    }

    @Test
    void aHeaderThatNeverEndsHoldsTheFile() {
        assertThatThrownBy(() -> read(SentFiles.CSV, "order_id,", 'x', "\n1,KZ"))
                .hasMessage("its header line is malformed: " + TOO_LONG_A_LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void aRecordThatIsNestedTooDeepIsMalformed(String opening) throws IOException {
        var closing = opening.equals("[") ? "]" : "}";
        var bomb = "{\"a\":" + opening.repeat(100_000) + "1" + closing.repeat(100_000) + "}";
        var open = "{\"a\":" + opening.repeat(100_000);

        for (var deep : List.of(bomb, open)) {
            var lines = Read.jsonLines("{\"order_id\":1}\n" + deep + "\n{\"order_id\":3}");
            assertThat(lines.get(1).malformed()).hasValue("nested deeper than 100");
            assertThat(lines.get(2).fields()).containsEntry("order_id", "3");
        }
        var elements = Read.json("[{\"order_id\":1}," + bomb + ",{\"order_id\":3}]");
        assertThat(elements.get(1).malformed()).hasValue("nested deeper than 100");
        assertThat(elements.get(2).fields()).containsEntry("order_id", "3");
    }

    @Test
    void depthIsCountedFromTheRecord() throws IOException {
        var records = Read.jsonLines(
                "{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}\n{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}");

        assertThat(records).extracting(record -> record.malformed().isPresent()).containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_id,order_id", "order_id,country,country", ",,order_id,country"})
    void aHeaderThatNamesAColumnTwiceHoldsTheFile(String header) {
        assertThatThrownBy(() -> Read.csv(header + "\n1,KZ\n")).hasMessage("its header names a column twice");
    }

    @Test
    void textCutInHalfACharacterStaysText() throws IOException {
        var raw = Read.csv("order_id,country\n1,2," + "x" + "😀".repeat(2000) + "\n")
                .get(0)
                .raw();

        assertThat(raw).hasSizeBetween(SentRecord.RAW_LIMIT - 1, SentRecord.RAW_LIMIT);
        assertThat(new String(Read.bytes(raw), StandardCharsets.UTF_8)).isEqualTo(raw);
    }

    /** Three records, the bomb between two sound ones. */
    private static void isOneEntry(Format format, String before, char filling, String after, String reason)
            throws IOException {
        var allocated = allocatedBytes();
        var records = read(format, before, filling, after);

        assertThat(allocatedBytes() - allocated)
                .as("bytes taken for %s", format)
                .isLessThan(MOST_BYTES);
        assertThat(records).hasSize(3);
        assertThat(records.get(0).fields()).containsEntry("order_id", "1");
        assertThat(records.get(1).malformed()).hasValue(reason);
        assertThat(records.get(1).raw()).hasSizeLessThanOrEqualTo(SentRecord.RAW_LIMIT);
        assertThat(records.get(2).fields()).containsEntry("order_id", "3");
    }

    private static List<SentRecord> read(Format format, String before, char filling, String after) throws IOException {
        var bytes = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(Read.bytes(before)),
                new Filling((byte) filling, BOMB_CHARACTERS),
                new ByteArrayInputStream(Read.bytes(after)))));
        return Read.all("part-1", SentFiles.of(format), bytes);
    }

    private static long allocatedBytes() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** The same byte many times. */
    private static final class Filling extends InputStream {
        private final byte value;
        private int left;

        Filling(byte value, int count) {
            this.value = value;
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? value & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            var count = Math.min(length, left);
            Arrays.fill(into, from, from + count, value);
            left -= count;
            return count;
        }
    }
}
