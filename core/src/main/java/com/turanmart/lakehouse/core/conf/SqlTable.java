package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Map;

/** A table that is defined by {@code sql/<layer>/<name>.sql} over its inputs, and kept up with them unit by unit. */
public sealed interface SqlTable extends Table permits SilverSqlTable, GoldTable {
    /** Columns that name a row; never null, never twice. */
    List<String> grain();

    /** Column of the grain whose values are recomputed and replaced as a whole. */
    String unit();

    /** For each input, which units a changed row touches. */
    Map<TableName, String> touched();
}
