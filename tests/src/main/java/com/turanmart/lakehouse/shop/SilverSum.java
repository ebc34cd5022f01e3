package com.turanmart.lakehouse.shop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How many rows there are, and the sum of the first 32 bits of every row's MD5: the same in any order and any engine. */
final class SilverSum implements SilverState.Rows {
    private final MessageDigest digest;
    private long rows;
    private long control;

    SilverSum() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void take(StateRow row) {
        byte[] hash = digest.digest(row.toString().getBytes(StandardCharsets.UTF_8));
        rows++;
        control += Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt());
    }

    void add(SilverSum other) {
        rows += other.rows;
        control += other.control;
    }

    String text() {
        return rows + "," + control;
    }
}
