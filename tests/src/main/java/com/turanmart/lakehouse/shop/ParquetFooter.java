package com.turanmart.lakehouse.shop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.Util;

/** Puts a Parquet footer into one fixed order: the writer lists encodings by identity hash, which differs by JVM. */
final class ParquetFooter {
    // Four bytes of length and the magic PAR1.
    private static final int TAIL_BYTES = 8;

    private ParquetFooter() {}

    static void settle(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer tail = read(channel, channel.size() - TAIL_BYTES, TAIL_BYTES);
            int length = tail.getInt(0);
            long start = channel.size() - TAIL_BYTES - length;
            FileMetaData footer = Util.readFileMetaData(
                    new ByteArrayInputStream(read(channel, start, length).array()));
            footer.getRow_groups().forEach(group -> group.getColumns().forEach(column -> sort(column.getMeta_data())));
            ByteArrayOutputStream settled = new ByteArrayOutputStream();
            Util.writeFileMetaData(footer, settled);
            tail.putInt(0, settled.size());
            channel.truncate(start);
            channel.position(start);
            writeFully(channel, ByteBuffer.wrap(settled.toByteArray()));
            writeFully(channel, tail);
        }
    }

    private static void sort(ColumnMetaData column) {
        column.getEncodings().sort(Comparator.comparing(Encoding::getValue));
        if (column.isSetEncoding_stats()) {
            column.getEncoding_stats()
                    .sort(Comparator.comparing((PageEncodingStats stats) ->
                                    stats.getPage_type().getValue())
                            .thenComparing(stats -> stats.getEncoding().getValue()));
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
            // A channel may give less than it is asked for.
        }
        return bytes.rewind();
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
