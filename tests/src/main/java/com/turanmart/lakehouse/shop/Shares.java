package com.turanmart.lakehouse.shop;

import java.math.BigInteger;

/** Shares an amount of an order over its lines by their gross value, to the last minor unit. */
final class Shares {
    private Shares() {}

    /** What is left after rounding down goes to the largest line, the first of them on a tie. */
    static long[] of(long amountMinor, long[] grossMinor) {
        long total = 0;
        int largest = 0;
        for (int line = 0; line < grossMinor.length; line++) {
            total += grossMinor[line];
            largest = grossMinor[line] > grossMinor[largest] ? line : largest;
        }
        long[] shares = new long[grossMinor.length];
        long left = amountMinor;
        for (int line = 0; line < shares.length && total > 0; line++) {
            shares[line] = floor(amountMinor, grossMinor[line], total);
            left -= shares[line];
        }
        shares[largest] += left;
        return shares;
    }

    private static long floor(long amount, long part, long whole) {
        if (Math.multiplyHigh(amount, part) == 0 && amount * part >= 0) {
            return amount * part / whole;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
