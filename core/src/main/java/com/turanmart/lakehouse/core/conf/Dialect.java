package com.turanmart.lakehouse.core.conf;

import java.io.Serializable;
import java.util.Optional;

/** How a sender tells changes. */
public sealed interface Dialect extends Serializable
        permits Dialect.Plain, Dialect.Dms, Dialect.Debezium, Dialect.Maxwell, Dialect.Canal {

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

    /** Debezium's JSON, with or without its schema around it. */
    record Debezium(
            @Key(says = OfTables.SAYS, otherwise = OfTables.ALL, example = "loans")
            String table) implements Dialect, OfTables {}

    /** Maxwell's JSON. */
    record Maxwell(
            @Key(says = OfTables.SAYS, otherwise = OfTables.ALL, example = "loans")
            String table) implements Dialect, OfTables {}

    /** Canal's flat JSON. */
    record Canal(
            @Key(says = OfTables.SAYS, otherwise = OfTables.ALL, example = "loans")
            String table) implements Dialect, OfTables {}

    /** Streams that can tell of several tables. */
    interface OfTables {
        String SAYS = "The sender's table; events of others are skipped. all: every event is of this table.";
        String ALL = "all";

        String table();

        /** Whether an event is of the declared table. */
        default boolean means(Optional<String> sent) {
            return table().equals(ALL) || sent.equals(Optional.of(table()));
        }
    }
}
