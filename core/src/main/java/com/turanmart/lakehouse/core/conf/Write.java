package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Optional;

/** How versions of a row meet: the latest wins, deletes are remembered. */
public record Write(
        @Key(
                says = "Columns that order the versions of a row, most telling first; _sequence is the sender's order.",
                example = "[updated_at, _sequence]")
        List<String> latestBy,

        @Key(
                says = "SQL condition over the table's columns, _op included, that says that the row is gone.",
                otherwise = "none",
                example = "_op = 'D'")
        Optional<String> deleteWhen) {}
