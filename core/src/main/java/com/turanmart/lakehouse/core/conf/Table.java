package com.turanmart.lakehouse.core.conf;

import java.util.List;

/** A declared table of any layer. */
public sealed interface Table permits BronzeTable, SilverTable, SqlTable {
    TableName table();

    String description();

    String owner();

    List<TableName> inputs();

    Quality quality();

    Layer layer();

    /** The tables that others can read once this one is loaded: itself, and what it keeps beside itself. */
    default List<TableName> gives() {
        return List.of(table());
    }
}
