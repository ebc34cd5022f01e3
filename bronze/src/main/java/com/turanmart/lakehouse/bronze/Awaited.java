package com.turanmart.lakehouse.bronze;

import java.time.Instant;

/**
 * Something that has not come, or not wholly.
 *
 * @param until when it is normal that it is not there
 */
record Awaited(String what, Instant until) {

    boolean isOverdue(Instant now) {
        return !now.isBefore(until);
    }
}
