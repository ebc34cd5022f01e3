package com.turanmart.lakehouse.shop;

/** One line of an order; only its quantity changes. */
record OrderLine(
        int lineNo, int productId, long unitPriceMinor, long discountMinor, int taxPercent, History<Integer> history) {

    int quantity(int days) {
        return history.latest(days).state();
    }

    long grossMinor(int quantity) {
        return quantity * unitPriceMinor;
    }

    long taxMinor(int quantity) {
        return (grossMinor(quantity) - discountMinor) * taxPercent / 100;
    }
}
