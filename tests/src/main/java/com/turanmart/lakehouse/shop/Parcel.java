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

    String id() {
        return "D-%011d".formatted(order.id());
    }
}
