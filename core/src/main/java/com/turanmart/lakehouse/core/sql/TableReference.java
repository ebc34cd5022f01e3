package com.turanmart.lakehouse.core.sql;

/**
 * One place of a SQL text that names a table.
 *
 * @param name parts joined by points, without quotes
 * @param start offset of the first character
 * @param end offset after the last character
 * @param line counted from one
 * @param aliased whether the text gives the table another name to qualify columns with
 */
public record TableReference(String name, int start, int end, int line, boolean aliased) {
    /** What qualifies the table's columns when the text gives no alias. */
    String lastPart() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
