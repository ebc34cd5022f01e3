package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table that is defined by {@code sql/<layer>/<name>.sql} over its inputs, and kept up with them. */
public sealed interface SqlTable extends Table permits SilverSqlTable, GoldTable {
    /** Columns that name a row; never null, never twice. */
    List<String> grain();

    /** How much of it is computed anew when its inputs have changed. */
    Upkeep kind();

    /** Column of the grain whose values are computed anew as a whole; empty when all of the table is. */
    Optional<String> unit();

    /** For each input, which units a changed row touches. */
    Map<TableName, String> touched();

    /** The column that holds the unit, of inputs of which a unit needs its own rows only. */
    Map<TableName, String> narrow();

    /** Whether its SQL also reads the table itself, as it is published; the first time it is empty. */
    default boolean readsItself() {
        return false;
    }
}
