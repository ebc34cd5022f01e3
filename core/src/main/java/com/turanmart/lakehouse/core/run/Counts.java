package com.turanmart.lakehouse.core.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the rows that a step read have gone; the parts add up to what was read, or rows were lost.
 *
 * @param read rows that the step took in
 * @param unchanged versions that the table knew already, or knew better
 * @param superseded versions that a later one in the same step replaced
 */
public record Counts(
        long read, long inserted, long updated, long deleted, long unchanged, long superseded, long quarantined) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    /** Rows that came in as they are and rows that were put aside. */
    public static Counts loaded(long loaded, long quarantined) {
        return new Counts(loaded + quarantined, loaded, 0, 0, 0, 0, quarantined);
    }

    public boolean addUp() {
        return unchanged >= 0
                && superseded >= 0
                && read == inserted + updated + deleted + unchanged + superseded + quarantined;
    }

    public long written() {
        return inserted + updated + deleted;
    }

    public Map<String, Long> byName() {
        var byName = new LinkedHashMap<String, Long>();
        byName.put("read", read);
        byName.put("inserted", inserted);
        byName.put("updated", updated);
        byName.put("deleted", deleted);
        byName.put("unchanged", unchanged);
        byName.put("superseded", superseded);
        byName.put("quarantined", quarantined);
        return byName;
    }
}
