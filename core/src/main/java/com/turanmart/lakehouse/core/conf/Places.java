package com.turanmart.lakehouse.core.conf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the keys of one file stand, and which of them could not be read; a path is keys and list indexes. */
final class Places {
    /** Below a list that lost an item; no index is written like this. */
    static final String LEFT_OUT = "<left out>";

    private final Map<List<String>, Node.Place> places = new HashMap<>();
    private final Set<List<String>> broken = new HashSet<>();

    Places(Node.Place root) {
        places.put(List.of(), root);
    }

    static List<String> below(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }

    void stands(List<String> path, Node.Place place) {
        places.put(path, place);
    }

    void breaks(List<String> path) {
        broken.add(path);
    }

    /** Forgets an item that is left out of its list, so that the next one can stand in its slot. */
    void leavesOut(List<String> list, List<String> slot) {
        broken.removeIf(hurt ->
                hurt.size() >= slot.size() && hurt.subList(0, slot.size()).equals(slot));
        broken.add(below(list, LEFT_OUT));
    }

    /** The place of a key, or of the nearest thing around it that was written. */
    Node.Place of(List<String> path) {
        var place = places.get(path);
        return place != null ? place : of(path.subList(0, path.size() - 1));
    }

    boolean sound(List<String> path) {
        return broken.stream().noneMatch(hurt -> {
            var length = Math.min(hurt.size(), path.size());
            return hurt.subList(0, length).equals(path.subList(0, length));
        });
    }
}
