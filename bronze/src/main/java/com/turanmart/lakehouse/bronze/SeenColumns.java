package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.dialect.Change;
import com.turanmart.lakehouse.bronze.dialect.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which columns the rows of one file have, held against the declared ones. */
final class SeenColumns {
    /** A file that invents a name for each row must not fill the memory. */
    private static final int MOST_NAMES = 100;

    private final Set<String> unseen;
    private final Map<String, Long> undeclared = new TreeMap<>();
    private boolean empty = true;

    SeenColumns(List<String> declared) {
        unseen = new LinkedHashSet<>(declared);
    }

    /** A delete may tell no more of its row than the key. */
    void add(Change change, Set<String> rescued) {
        if (change.operation() != Operation.DELETE) {
            empty = false;
            unseen.removeAll(change.fields().keySet());
        }
        for (var name : rescued) {
            if (undeclared.size() < MOST_NAMES || undeclared.containsKey(name)) {
                undeclared.merge(name, 1L, Long::sum);
            }
        }
    }

    List<String> missing() {
        return empty ? List.of() : List.copyOf(unseen);
    }

    Map<String, Long> undeclared() {
        return undeclared;
    }
}
