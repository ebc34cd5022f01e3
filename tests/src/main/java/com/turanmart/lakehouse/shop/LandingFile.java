package com.turanmart.lakehouse.shop;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** One text file that appears under its name complete or not at all; {@code .gz} names are compressed. */
final class LandingFile implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path hidden;
    private final Writer writer;

    LandingFile(Path target) throws IOException {
        this(target, StandardCharsets.UTF_8);
    }

    LandingFile(Path target, Charset encoding) throws IOException {
        this.target = target;
        this.hidden = hidden(target);
        Files.createDirectories(hidden.toAbsolutePath().getParent());
        boolean compressed = target.toString().endsWith(".gz");
        var bytes = Files.newOutputStream(hidden);
        this.writer = new BufferedWriter(
                new OutputStreamWriter(compressed ? new FastGzip(bytes, BUFFER_BYTES) : bytes, encoding), BUFFER_BYTES);
    }

    static Path hidden(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".part");
    }

    static void reveal(Path target) throws IOException {
        Files.move(hidden(target), target, StandardCopyOption.ATOMIC_MOVE);
    }

    void line(CharSequence text) throws IOException {
        writer.append(text).append('\n');
    }

    /** Exactly this, whatever ends the line. */
    void text(CharSequence text) throws IOException {
        writer.append(text);
    }

    void commit() throws IOException {
        writer.close();
        reveal(target);
    }

    /** Without a commit before it, nothing has landed. */
    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(hidden);
    }
}
