package com.turanmart.lakehouse.shop;

/** What the courier brings for one order, with everything that ever happens to it. */
record Parcel(
        Order order,
        String courier,
        long promisedAt,
        long costMinor,
        String currency,
        String vehicle,
        History<ParcelState> history) {

    /** What the courier wants for it as known that many days after the order's day: nothing when it was called off. */
    long costMinor(int days) {
        Change<ParcelState> latest = history.latest(days);
        return latest.arrives() > days || latest.deletes() ? 0 : costMinor;
    }

    String id() {
        return "D-%011d".formatted(order.id());
    }
}
