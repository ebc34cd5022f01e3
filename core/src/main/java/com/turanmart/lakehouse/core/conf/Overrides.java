package com.turanmart.lakehouse.core.conf;

import com.turanmart.lakehouse.core.conf.Node.Entry;
import com.turanmart.lakehouse.core.conf.Node.Mapping;
import com.turanmart.lakehouse.core.conf.Node.Place;
import com.turanmart.lakehouse.core.conf.Node.Scalar;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Environment variables that stand for keys of the environment file: LAKEHOUSE_ and the path in capitals. */
public final class Overrides {
    private static final String PREFIX = "LAKEHOUSE_";
    /** Read by scripts/lakehouse. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of("LAKEHOUSE_MEMORY");

    private final Map<String, List<String>> paths = new TreeMap<>();

    public Overrides() {
        collect(Environment.class, List.of());
    }

    /** The names of all variables that are known. */
    public Set<String> names() {
        return paths.keySet();
    }

    Node over(Node file, Map<String, String> variables, Consumer<Problem> problems) {
        var result = file;
        for (var variable : new TreeMap<>(variables).entrySet()) {
            var name = variable.getKey();
            var path = paths.get(name);
            if (path != null) {
                result = with(result, path, new Scalar(new Place(name, 0), variable.getValue()));
            } else if (name.startsWith(PREFIX)
                    && !OF_THE_LAUNCHER.contains(name)
                    && !name.startsWith(SecretReference.VARIABLES)) {
                problems.accept(new Problem(name, 0, "unknown variable" + Nearest.remedy(name, names())));
            }
        }
        return result;
    }

    private void collect(Type type, List<String> path) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() != Map.class) {
                collect(arguments[0], path);
            } else if (((Class<?>) arguments[0]).isEnum()) {
                ScalarText.words((Class<?>) arguments[0])
                        .forEach(word -> collect(arguments[1], Places.below(path, word)));
            }
        } else if (ScalarText.takes((Class<?>) type)) {
            paths.put(PREFIX + String.join("_", path).toUpperCase(Locale.ROOT), path);
        } else {
            KeyOf.all((Class<?>) type).forEach(key -> collect(key.type(), Places.below(path, key.name())));
        }
    }

    private static Node with(Node node, List<String> path, Scalar value) {
        if (path.isEmpty()) {
            return value;
        }
        var mapping = node instanceof Mapping found ? found : new Mapping(value.place(), List.of());
        List<Entry> entries = new ArrayList<>();
        Node inner = new Mapping(value.place(), List.of());
        for (var entry : mapping.entries()) {
            if (entry.key().text().equals(path.get(0))) {
                inner = entry.value();
            } else {
                entries.add(entry);
            }
        }
        entries.add(
                new Entry(new Scalar(value.place(), path.get(0)), with(inner, path.subList(1, path.size()), value)));
        return new Mapping(mapping.place(), List.copyOf(entries));
    }
}
