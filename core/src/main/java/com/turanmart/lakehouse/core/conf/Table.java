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
}
