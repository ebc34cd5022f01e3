package com.turanmart.lakehouse.shop;

/**
 * The part of a parcel that changes.
 *
 * @param deliveredAt epoch second, 0 until it is delivered
 */
record ParcelState(String status, long deliveredAt) {}
