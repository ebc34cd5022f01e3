package com.turanmart.lakehouse.shop;

/**
 * A dirty row that belongs to nothing: losing it, or keeping it, must not change a mart.
 *
 * @param at epoch second at which it pretends to be made
 */
record Ghost(long id, int number, DirtKind kind, long at) {

    boolean isUntypable() {
        return kind == DirtKind.WRONG_TYPE;
    }
}
