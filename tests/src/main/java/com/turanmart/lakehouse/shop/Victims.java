package com.turanmart.lakehouse.shop;

/** The rows of a day that suffer from dirt, evenly spread: for each kind exactly {@code hits} among {@code rows}. */
record Victims(int rows, int hits) {

    boolean include(DirtKind kind, int index) {
        return spread(kind, index) % rows < hits;
    }

    /** The victim's number, below {@link #hits}. */
    int number(DirtKind kind, int index) {
        return (int) (spread(kind, index) / rows % hits);
    }

    private long spread(DirtKind kind, int index) {
        return (long) index * hits + kind.number() * 7L;
    }
}
