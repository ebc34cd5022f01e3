package com.turanmart.lakehouse.shop;

/** The part of an order row that changes. */
record OrderState(String status, long discountMinor) {}
