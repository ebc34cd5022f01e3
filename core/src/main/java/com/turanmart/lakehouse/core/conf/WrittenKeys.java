package com.turanmart.lakehouse.core.conf;

import com.turanmart.lakehouse.core.conf.Node.Entry;
import com.turanmart.lakehouse.core.conf.Node.Mapping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The keys of a mapping, matched with the known ones. A mistyped key is reported once and then taken for the one that
 * was meant: what is below it is read, and nothing is called missing because of it.
 */
final class WrittenKeys {
    private final List<String> known;
    private final Set<String> besides;
    private final Places places;
    private final Consumer<Problem> problems;

    /** @param besides keys that are known too, but read by somebody else */
    WrittenKeys(List<KeyOf> keys, Set<String> besides, Places places, Consumer<Problem> problems) {
        this.known = keys.stream().map(KeyOf::name).toList();
        this.besides = besides;
        this.places = places;
        this.problems = problems;
    }

    Map<String, Node> of(Mapping mapping, List<String> path) {
        Map<String, Node> written = new HashMap<>();
        for (var entry : mapping.entries()) {
            var name = entry.key().text();
            if (known.contains(name) && written.putIfAbsent(name, entry.value()) != null) {
                places.breaks(Places.below(path, name));
                problems.accept(entry.key().place().problem("duplicate key '" + name + "'"));
            }
        }
        Set<String> absent = new HashSet<>(known);
        absent.removeAll(written.keySet());
        for (var entry : mapping.entries()) {
            if (!known.contains(entry.key().text())
                    && !besides.contains(entry.key().text())) {
                unknown(entry, absent).ifPresent(meant -> written.putIfAbsent(meant, entry.value()));
            }
        }
        return written;
    }

    private Optional<String> unknown(Entry entry, Set<String> absent) {
        var name = entry.key().text();
        var meant = Nearest.of(name, absent);
        problems.accept(entry.key()
                .place()
                .problem("unknown key '" + name + "'"
                        + meant.map(word -> ". Did you mean '" + word + "'?").orElse(Nearest.remedy(name, known))));
        meant.ifPresent(absent::remove);
        return meant;
    }
}
