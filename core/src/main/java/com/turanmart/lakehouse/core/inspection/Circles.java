package com.turanmart.lakehouse.core.inspection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Circles among things that need each other; each is found once, from the first of its things. */
final class Circles<T extends Comparable<T>> {
    private final Map<T, List<T>> needs;
    private final List<List<T>> found = new ArrayList<>();
    private final Set<T> left = new HashSet<>();

    private Circles(Map<T, List<T>> needs) {
        this.needs = needs;
    }

    /** Each circle with its first thing again at its end. */
    static <T extends Comparable<T>> List<List<T>> in(Map<T, List<T>> needs) {
        var circles = new Circles<>(needs);
        needs.keySet().stream().sorted().forEach(start -> circles.walk(start, new ArrayList<>()));
        return circles.found;
    }

    private void walk(T thing, List<T> path) {
        if (left.contains(thing)) {
            return;
        }
        path.add(thing);
        for (var needed : needs.getOrDefault(thing, List.of())) {
            if (path.contains(needed)) {
                var circle = new ArrayList<>(path.subList(path.indexOf(needed), path.size()));
                circle.add(needed);
                found.add(circle);
            } else {
                walk(needed, path);
            }
        }
        path.remove(thing);
        left.add(thing);
    }
}
