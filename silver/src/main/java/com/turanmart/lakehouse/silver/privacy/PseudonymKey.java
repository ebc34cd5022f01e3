package com.turanmart.lakehouse.silver.privacy;

import com.turanmart.lakehouse.core.conf.SecretReference;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of pseudonyms, as this process finds it. It says nothing of itself but its fingerprint. */
public final class PseudonymKey {
    private static final int LEAST_BYTES = 32;
    private static final String REMEDY = " Make one with: openssl rand -hex 32";

    private final SecretKeySpec key;

    private PseudonymKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** Refuses when there is no key, or one that could be guessed. */
    public static PseudonymKey at(SecretReference secret) {
        var text = found(secret)
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_CALL,
                        "Missing key of pseudonyms: " + shown(secret) + " is not there." + REMEDY));
        var bytes = text.strip().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_BYTES) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    "Invalid key of pseudonyms: " + shown(secret) + " holds " + bytes.length
                            + " bytes, expected at least " + LEAST_BYTES + "." + REMEDY);
        }
        return new PseudonymKey(bytes);
    }

    /** Tells keys apart and tells nothing else of them. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hash("fingerprint", "").doFinal(), 0, 6);
    }

    /** In hex; values of two domains have nothing to do with each other. */
    public String pseudonym(String domain, String value) {
        return HexFormat.of().formatHex(hash(domain, value).doFinal());
    }

    private Mac hash(String domain, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(domain.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(value.getBytes(StandardCharsets.UTF_8));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static Optional<String> found(SecretReference secret) {
        if (secret instanceof SecretReference.Env env) {
            return Optional.ofNullable(System.getenv(env.name()));
        }
        var path = Path.of(((SecretReference.File) secret).path());
        try {
            return Files.isRegularFile(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    "Missing key of pseudonyms: " + path + " cannot be read. Give this user the right to.",
                    e);
        }
    }

    private static String shown(SecretReference secret) {
        return secret instanceof SecretReference.Env env
                ? "environment variable " + env.name()
                : "file " + ((SecretReference.File) secret).path();
    }
}
