package com.turanmart.lakehouse.bronze.manifest;

import com.turanmart.lakehouse.core.conf.ManifestForm;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;

/** Reads manifests. */
public final class Manifests {
    /** Of a hundred thousand files and more; what is longer is no manifest. */
    private static final int MOST_BYTES = 64 << 20;

    private Manifests() {}

    public static Manifest read(ManifestForm form, InputStream bytes) throws IOException {
        var content = bytes.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw new ManifestProblem("it is longer than " + MOST_BYTES + " bytes");
        }
        var text = text(content);
        var manifest = form instanceof ManifestForm.Csv csv ? new CsvManifest(csv).read(text) : JsonManifest.read(text);
        var names = new HashSet<String>();
        for (var file : manifest.files()) {
            if (!names.add(file.name())) {
                throw new ManifestProblem("it names " + file.name() + " twice");
            }
        }
        return manifest;
    }

    static String sha256(String text) throws ManifestProblem {
        var hash = text.strip().toLowerCase(Locale.ROOT);
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new ManifestProblem("found a SHA-256 of " + hash.length() + " characters, expected 64 hex digits");
        }
        return hash;
    }

    static long count(String what, String text) throws ManifestProblem {
        if (!text.matches("[0-9]{1,18}")) {
            throw new ManifestProblem("its " + what + " is not a whole number");
        }
        return Long.parseLong(text);
    }

    static BigDecimal decimal(String what, String text) throws ManifestProblem {
        if (!text.matches("[+-]?[0-9]{1,26}(\\.[0-9]{1,12})?")) {
            throw new ManifestProblem("its " + what + " is not a plain decimal number like -12.50");
        }
        return new BigDecimal(text);
    }

    private static String text(byte[] content) throws ManifestProblem {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ManifestProblem("it is not UTF-8 text", e);
        }
    }
}
