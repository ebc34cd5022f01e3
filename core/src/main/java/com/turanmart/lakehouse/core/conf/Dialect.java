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

            @Key(
                    says = "Column that holds the change sequence, a whole number; _line when there is none:"
                            + " then files by name, and lines in them, tell the order.",
                    otherwise = BY_LINE,
                    example = "change_seq")
            String sequence,

            @Key(says = "Column that holds the commit time, if any.", otherwise = "commit_ts", example = "commit_ts")
            String committedAt)
            implements Dialect {
        public static final String BY_LINE = "_line";
    }
}
