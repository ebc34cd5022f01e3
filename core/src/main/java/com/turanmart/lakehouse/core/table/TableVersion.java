package com.turanmart.lakehouse.core.table;

import com.turanmart.lakehouse.core.conf.TableName;

/**
 * A table as it was at one moment.
 *
 * @param id Delta's own id of it: a table that was made anew has another one, and its versions begin again
 */
public record TableVersion(TableName table, String id, long version) {

    /** The table's name and id, for stamps: a version says nothing about what was taken from a table of another id. */
    public String incarnation() {
        return table + "@" + id;
    }

    @Override
    public String toString() {
        return table + " " + version;
    }
}
