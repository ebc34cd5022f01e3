package com.turanmart.lakehouse.shop;

/** Keeps the draws for different things apart. */
final class Topic {
    static final long ORDER = 1;
    static final long COST = 2;
    static final long PRICE = 3;
    static final long RATE = 4;
    static final long CORRECTION = 5;
    static final long CUSTOMER = 6;
    static final long REFUND = 7;
    static final long PARCEL = 8;
    static final long STOCK = 9;
    static final long CLICK = 10;
    static final long CONTACT = 11;
    static final long PING = 12;

    private Topic() {}
}
