package com.turanmart.lakehouse.core.conf;

import java.io.Serializable;

/** How a sender tells changes. */
public sealed interface Dialect extends Serializable {

    /** Every row is a version of its key; there are no deletes. */
    record Plain() implements Dialect {}

    /** AWS DMS to S3: a full load without these columns, then change files that have them. */
    record Dms(
            @Key(says = "Column that holds I, U or D.", otherwise = "Op", example = "Op")
            String operation,

            @Key(says = "Column that holds the change sequence.", otherwise = "change_seq", example = "change_seq")
            String sequence,

            @Key(says = "Column that holds the commit time.", otherwise = "commit_ts", example = "commit_ts")
            String committedAt)
            implements Dialect {}
}
