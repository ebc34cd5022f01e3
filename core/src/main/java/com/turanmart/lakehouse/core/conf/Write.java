package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Optional;

/** How the rows that come in meet the rows that a silver table has. */
@Choice(key = "mode", otherwise = "merge")
public sealed interface Write permits Write.Merge, Write.Cdc, Write.Snapshot, Write.Append {
    String HISTORY = "Keep every version with valid_from, valid_to and current in <table>_history; valid_from is"
            + " the first column of latest_by, a required date or timestamp.";

    String DELETION_VECTORS =
            "Mark changed rows instead of copying their files; for changes scattered over a large table.";

    /** Rows are versions of their key: the latest one wins, deletes are remembered. */
    record Merge(
            @Key(
                    says = "Columns that order the versions of a row, most telling first; _sequence is the sender's"
                            + " order.",
                    example = "[updated_at, _sequence]")
            List<String> latestBy,

            @Key(
                    says = "SQL condition over the table's columns, _op included, that says that the row is gone.",
                    otherwise = "none",
                    example = "_op = 'D'")
            Optional<String> deleteWhen,

            @Key(says = HISTORY, otherwise = "false", example = "true")
            boolean history,

            @Key(says = DELETION_VECTORS, otherwise = "false", example = "true")
            boolean deletionVectors)
            implements Write {}

    /** Rows are changes of a source table, I, U or D in {@code _op}; a changed key takes its old row away. */
    record Cdc(
            @Key(
                    says = "Columns that order the changes of a key, most telling first.",
                    otherwise = "[_sequence]",
                    example = "[changed_at, _sequence]")
            List<String> latestBy,

            @Key(says = HISTORY, otherwise = "false", example = "true")
            boolean history,

            @Key(says = DELETION_VECTORS, otherwise = "false", example = "true")
            boolean deletionVectors)
            implements Write {
        /** The operation of an old key whose row goes on under another one; no sender writes it. */
        public static final String MOVED = "M";

        @Override
        public Optional<String> deleteWhen() {
            return Optional.of("_op IN ('D', '" + MOVED + "')");
        }
    }

    /** All rows of one data date are a full list: what is not in the latest one is gone. */
    record Snapshot(
            @Key(
                    says = "Columns of the grain of whose values a list is full, such as a sender that lists its own"
                            + " rows only.",
                    otherwise = "[]",
                    example = "[branch]")
            List<String> scope,

            @Key(
                    says = "Columns that order rows of one key within a list, most telling first.",
                    otherwise = "[_sequence]",
                    example = "[updated_at]")
            List<String> latestBy,

            @Key(
                    says = "A list with fewer rows than this part, in percent, of what is there now holds the table.",
                    otherwise = "50",
                    least = 0,
                    example = "80")
            int leastPercent,

            @Key(
                    says = "Keep what each list said with valid_from, valid_to and current in <table>_history.",
                    otherwise = "false",
                    example = "true")
            boolean history,

            @Key(says = DELETION_VECTORS, otherwise = "false", example = "true")
            boolean deletionVectors)
            implements Write {}

    /** Rows are events: each is kept once, and never changed. */
    record Append(
            @Key(says = "The column that says when it happened, a required date or timestamp.", example = "lent_at")
            String time,

            @Key(
                    says = "An event that comes again under its key is a repetition within so many days.",
                    least = 0,
                    example = "3")
            int withinDays)
            implements Write {
        @Override
        public List<String> latestBy() {
            return List.of(time);
        }

        @Override
        public boolean history() {
            return false;
        }

        @Override
        public boolean deletionVectors() {
            return false;
        }
    }

    /** Columns that order the rows of one key. */
    List<String> latestBy();

    /** SQL condition under which a row says that its key is gone. */
    default Optional<String> deleteWhen() {
        return Optional.empty();
    }

    boolean history();

    boolean deletionVectors();
}
