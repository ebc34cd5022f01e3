package com.turanmart.lakehouse.shop;

/**
 * What a vehicle says of itself; decimals are counted in their last digit.
 *
 * @param at epoch second
 * @param speed in tenths of km/h
 * @param engine in tenths of a degree Celsius
 * @param latitude in hundred thousandths of a degree, as the longitude
 */
record Ping(String vehicle, long at, int speed, int engine, int latitude, int longitude) {}
