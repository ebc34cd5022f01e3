package com.turanmart.lakehouse.shop;

import java.time.LocalDate;

/** What one mart has to show, told by the shop itself and never from what landed. */
interface MartState {

    /** Its name without the zone. */
    String name();

    /** Its columns, with a comma between them. */
    String columns();

    /** The first day that it can show of a shop that opens on a day. */
    default LocalDate first(LocalDate from) {
        return from;
    }

    /** The last day that it can show after the deliveries up to {@code asOf}. */
    default LocalDate last(LocalDate asOf) {
        return asOf;
    }

    /** Tells the rows of one day of the mart as they stand after the deliveries up to {@code asOf}. */
    void tell(LocalDate day, LocalDate asOf, SilverState.Rows rows);
}
