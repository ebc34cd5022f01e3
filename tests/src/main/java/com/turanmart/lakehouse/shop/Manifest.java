package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The proof of a delivery of one file: its size and checksum, its rows and the sum of one column. */
final class Manifest {
    static final String FILE = "manifest.json";

    private Manifest() {}

    static void land(Path folder, String file, long rows, String column, long totalMinor) throws IOException {
        JsonRow described = new JsonRow()
                .start()
                .field("name", file)
                .field("size", Files.size(folder.resolve(file)))
                .field("sha256", sha256(folder.resolve(file)))
                .field("rows", rows);
        StringBuilder total = new StringBuilder();
        Digits.appendDecimal(total, totalMinor, 2);
        JsonRow manifest = new JsonRow()
                .start()
                .json("files", "[" + described.end() + "]")
                .field("rows", rows)
                .json(
                        "totals",
                        new JsonRow().start().field(column, total.toString()).end());
        try (LandingFile out = new LandingFile(folder.resolve(FILE))) {
            out.line(manifest.end());
            out.commit();
        }
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
