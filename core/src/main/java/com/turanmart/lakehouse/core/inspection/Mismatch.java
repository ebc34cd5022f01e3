package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two lists of names that should be the same. A name that is only in one and its nearest in the other are one
 * mistake, not two.
 *
 * @param strays names that are used and not declared, each with the declared one that was probably meant
 * @param unused names that are declared, not used, and nearest to no stray
 */
record Mismatch(Map<String, Optional<String>> strays, List<String> unused) {

    static Mismatch between(Collection<String> used, Collection<String> declared) {
        List<String> unused = new ArrayList<>(declared);
        unused.removeAll(used);
        Map<String, Optional<String>> strays = new LinkedHashMap<>();
        for (var name : used) {
            if (!declared.contains(name)) {
                var meant = Nearest.of(name, unused);
                meant.ifPresent(unused::remove);
                strays.put(name, meant);
            }
        }
        return new Mismatch(strays, List.copyOf(unused));
    }
}
