package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table that is defined by {@code sql/<layer>/<name>.sql} over its inputs, and kept up with them. */
public sealed interface SqlTable extends Table permits SilverSqlTable, GoldTable {
    String GRAIN = "Columns that name a row; never null, never twice.";

    String KIND = "How it is kept up with its inputs: by_unit replaces the touched units as partitions, by_key merges"
            + " the rows of touched units, full computes all of it.";

    String UNIT = "Column of the grain whose values are computed anew as a whole; none in a table of kind full.";

    String TOUCHED = "For each input, which units a changed row touches: an expression over its columns, or a SELECT"
            + " from the table 'changed' joined with inputs.";

    String NARROW = "For inputs of which a unit needs its own rows only, the column that holds the unit: rows of other"
            + " units are left out before the SQL sees them.";

    String RULES = "Rules (DQDL) over what readers would see.";

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
