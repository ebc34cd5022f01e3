package com.turanmart.lakehouse.core.conf;

/** The three layers that hold tables; a table's file lies in {@code tables/<layer>/}. */
public enum Layer {
    BRONZE,
    SILVER,
    GOLD
}
