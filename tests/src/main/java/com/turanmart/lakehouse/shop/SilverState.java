package com.turanmart.lakehouse.shop;

import java.time.LocalDate;

/** What one table has to hold once all dirt is resolved, told by the shop itself and never from what landed. */
interface SilverState {

    /** Full name of the table. */
    String table();

    /** The columns that are told, with a comma between them. */
    String columns();

    /**
     * Tells the rows that stem from a day as they stand after the deliveries up to {@code asOf}.
     * A full list stems from the last day alone.
     */
    void tell(LocalDate day, LocalDate asOf, Rows rows);

    /** Takes one row after another; its text is good until the next one. */
    interface Rows {
        void take(StateRow row);
    }
}
