package com.turanmart.lakehouse.shop;

import java.util.List;

/** All changes of one row in the order in which its source committed them. */
record History<S>(List<Change<S>> changes) {

    /** What the highest change sequence says among the changes delivered up to that many days after the order's day. */
    Change<S> latest(int days) {
        for (int number = changes.size() - 1; number > 0; number--) {
            if (changes.get(number).arrives() <= days) {
                return changes.get(number);
            }
        }
        return changes.get(0);
    }
}
