package com.turanmart.lakehouse.laws.fault;

import com.turanmart.lakehouse.shop.Shop;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Something that a sender may do wrong.
 *
 * @param sent the data sets that come in that night; the others of its day have come before and give it no work
 * @param night the faults of one name, which do not meet, are planted in one night
 * @param days that land before the night that is looked at, the first of them the night's own
 * @param planted what is done to each of them
 */
record Fault(String name, Set<String> sent, String night, int days, Consumer<Landed> planted, Expected expected) {
    /** A fault with a night of its own. */
    static Fault of(Set<String> sent, String name, Consumer<Landed> planted, Expected expected) {
        return new Fault(name, sent, name, 1, planted, expected);
    }

    /** The same, planted together with others. */
    Fault in(String shared) {
        return new Fault(name, sent, shared, days, planted, expected);
    }

    /** The same when it goes on for so many days, of which everything lands. */
    Fault lasting(int longer) {
        return new Fault(name, Shop.ALL, night, longer, planted, expected);
    }
}
