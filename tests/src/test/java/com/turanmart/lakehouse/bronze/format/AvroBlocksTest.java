package com.turanmart.lakehouse.bronze.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class AvroBlocksTest {
    private static final int BLOCKS = 3;
    private static final int RECORDS_OF_A_BLOCK = 100;

    private final ArrayList<Integer> ends = new ArrayList<>();

    @Test
    void countsWhatTheFileSays() throws IOException {
        assertThat(records(file())).isEqualTo(BLOCKS * RECORDS_OF_A_BLOCK);
    }

    @Test
    void aFileThatIsCutAnywhereButBetweenBlocksIsNotWhole() throws IOException {
        var whole = file();

        for (var length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            var block = ends.indexOf(length);
            if (block >= 0) {
                assertThat(records(cut)).as("cut at " + length).isEqualTo((long) block * RECORDS_OF_A_BLOCK);
            } else {
                assertThatThrownBy(() -> records(cut)).as("cut at " + length).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aFileWithABlockOfAnotherLengthIsNotWhole() throws IOException {
        var damaged = file();
        var bytesOfTheCount = 2;
        damaged[ends.get(0) + bytesOfTheCount]++;

        assertThatThrownBy(() -> records(damaged)).isInstanceOf(IOException.class);
    }

    @Test
    void somethingElseIsNoAvroFile() {
        assertThatThrownBy(() -> records("order_id,country\n17,KZ\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("no Avro file");
    }

    private static long records(byte[] file) throws IOException {
        return AvroBlocks.records(new ByteArrayInputStream(file));
    }

    /** Its header and each of its blocks end at {@link #ends}. */
    private byte[] file() throws IOException {
        var schema = SchemaBuilder.record("loan").fields().requiredLong("id").endRecord();
        var bytes = new ByteArrayOutputStream();
        try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))) {
            writer.setCodec(CodecFactory.deflateCodec(6)).create(schema, bytes);
            for (var block = 0; block < BLOCKS; block++) {
                writer.flush();
                ends.add(bytes.size());
                for (var id = 0; id < RECORDS_OF_A_BLOCK; id++) {
                    var loan = new GenericData.Record(schema);
                    loan.put("id", (long) id);
                    writer.append(loan);
                }
                writer.sync();
            }
        }
        return bytes.toByteArray();
    }
}
