package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.core.conf.SqlTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** The fingerprint of everything that makes the rows of a table by SQL: rows of two definitions do not go together. */
final class Definition {
    private Definition() {}

    static String of(SqlTable table, String sql) {
        var parts = List.of(
                sql,
                table.kind(),
                table.unit(),
                table.grain(),
                new TreeMap<>(table.touched()),
                new TreeMap<>(table.narrow()));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(parts.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
