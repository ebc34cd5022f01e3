package com.turanmart.lakehouse.shop;

/**
 * Money that goes back to a buyer.
 *
 * @param number of the order's refund, from 1
 * @param bookedAt epoch second
 */
record Refund(Order order, int number, long amountMinor, String reason, long bookedAt) {

    String id() {
        return "R-%011d-%d".formatted(order.id(), number);
    }
}
