package com.turanmart.lakehouse.core.conf;

import com.turanmart.lakehouse.core.conf.Node.Entry;
import com.turanmart.lakehouse.core.conf.Node.Listing;
import com.turanmart.lakehouse.core.conf.Node.Mapping;
import com.turanmart.lakehouse.core.conf.Node.Scalar;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the nodes of one file into records, strictly; it tells every problem and goes on after each. */
final class Binder {
    private final Places places;
    private final Consumer<Problem> problems;

    private Binder(Places places, Consumer<Problem> problems) {
        this.places = places;
        this.problems = problems;
    }

    static <T> Declared<T> bind(Class<T> kind, String stem, Node node, Consumer<Problem> problems) {
        var places = new Places(node.place());
        var value = new Binder(places, problems).value(kind, node, List.of());
        return new Declared<>(kind.cast(value.orElseGet(() -> stopgap(kind))), stem, places);
    }

    /** What stands for a file that is no YAML: nothing in it is sound. */
    static <T> Declared<T> unreadable(Class<T> kind, String stem, String file) {
        var places = new Places(new Node.Place(file, 1));
        places.breaks(List.of());
        return new Declared<>(kind.cast(stopgap(kind)), stem, places);
    }

    /** A value for a key that could not be read: the one that its own example shows. */
    private static Object stopgap(Class<?> kind) {
        var nothing = new Node.Place("", 0);
        return new Binder(new Places(nothing), problem -> {})
                .value(kind, new Mapping(nothing, List.of()), List.of())
                .orElseThrow();
    }

    private Optional<Object> value(Type type, Node node, List<String> path) {
        places.stands(path, node.place());
        if (type instanceof ParameterizedType generic) {
            return container(generic, node, path);
        }
        var kind = (Class<?>) type;
        if (kind.isRecord() && !ScalarText.takes(kind)) {
            return record(kind, node, path, Set.of());
        }
        return kind.isSealed() ? choice(kind, node, path) : scalar(kind, node, path);
    }

    private Optional<Object> container(ParameterizedType type, Node node, List<String> path) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return value(arguments[0], node, path).map(Optional::of);
        }
        return type.getRawType() == List.class
                ? list(arguments[0], node, path)
                : map((Class<?>) arguments[0], arguments[1], node, path);
    }

    private Optional<Object> list(Type type, Node node, List<String> path) {
        if (!(node instanceof Listing listing)) {
            return wrong(node, path, "expected a list");
        }
        List<Object> values = new ArrayList<>();
        for (var item : listing.items()) {
            var slot = Places.below(path, "" + values.size());
            var value = value(type, item, slot);
            if (value.isPresent() && item instanceof Scalar && values.contains(value.get())) {
                value = wrong(item, slot, "listed twice");
            }
            value.ifPresentOrElse(values::add, () -> places.leavesOut(path, slot));
        }
        return Optional.of(List.copyOf(values));
    }

    private Optional<Object> map(Class<?> keyType, Type valueType, Node node, List<String> path) {
        if (!(node instanceof Mapping mapping)) {
            return wrong(node, path, "expected a mapping");
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        for (var entry : mapping.entries()) {
            var slot = Places.below(path, entry.key().text());
            var key = mapKey(keyType, entry.key(), slot);
            var value = value(valueType, entry.value(), slot);
            if (key.isPresent() && values.containsKey(key.get())) {
                tell(entry.key(), slot, "duplicate key '" + entry.key().text() + "'");
            } else if (key.isPresent() && value.isPresent()) {
                values.put(key.get(), value.get());
            }
        }
        return Optional.of(Collections.unmodifiableMap(values));
    }

    private Optional<Object> mapKey(Class<?> type, Scalar key, List<String> path) {
        try {
            return Optional.of(ScalarText.read(type, key.text()));
        } catch (IllegalArgumentException e) {
            tell(
                    key,
                    path,
                    type.isEnum()
                            ? "unknown key '" + key.text() + "'" + Nearest.remedy(key.text(), ScalarText.words(type))
                            : "invalid key " + key.found() + ", " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Object> choice(Class<?> kind, Node node, List<String> path) {
        var kinds = KeyOf.kinds(kind);
        if (!(node instanceof Mapping mapping)) {
            return kind(kinds, node, path)
                    .flatMap(chosen -> record(chosen, new Mapping(node.place(), List.of()), path, Set.of()));
        }
        var key = KeyOf.kindKey(kind);
        var below = Places.below(path, key);
        var word = mapping.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .findFirst()
                .map(Entry::value)
                .or(() -> KeyOf.impliedKind(kind).map(implied -> new Scalar(node.place(), implied)));
        if (word.isEmpty()) {
            places.breaks(path);
            problems.accept(mapping.place()
                    .problem("missing key '" + key + "', expected one of " + String.join(", ", kinds.keySet())));
            return Optional.empty();
        }
        var chosen = kind(kinds, word.get(), below);
        if (chosen.isEmpty()) {
            // The other keys mean something in their kind only.
            places.breaks(path);
        }
        return chosen.flatMap(known -> record(known, node, path, Set.of(key)));
    }

    private Optional<Class<?>> kind(Map<String, Class<?>> kinds, Node node, List<String> path) {
        if (node instanceof Scalar word && kinds.containsKey(word.text())) {
            return Optional.of(kinds.get(word.text()));
        }
        var nearest = node instanceof Scalar word ? Nearest.of(word.text(), kinds.keySet()) : Optional.<String>empty();
        wrong(
                node,
                path,
                "expected one of " + String.join(", ", kinds.keySet())
                        + nearest.map(word -> ". Did you mean '" + word + "'?").orElse(""));
        return Optional.empty();
    }

    private Optional<Object> scalar(Class<?> type, Node node, List<String> path) {
        if (!(node instanceof Scalar scalar)) {
            return wrong(node, path, "expected " + ScalarText.expected(type));
        }
        try {
            return Optional.of(ScalarText.read(type, scalar.text()));
        } catch (IllegalArgumentException e) {
            return wrong(node, path, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Object> record(Class<?> kind, Node node, List<String> path, Set<String> besides) {
        if (!(node instanceof Mapping mapping)) {
            return wrong(node, path, "expected keys and values");
        }
        var keys = KeyOf.all(kind);
        var written = new WrittenKeys(keys, besides, places, problems).of(mapping, path);
        var arguments = new Object[keys.size()];
        for (var index = 0; index < arguments.length; index++) {
            var key = keys.get(index);
            var below = Places.below(path, key.name());
            var value = Optional.ofNullable(written.get(key.name()))
                    .map(found -> keyed(key, found, below))
                    .orElseGet(() -> absent(key, mapping, below));
            arguments[index] = value.orElseGet(() -> stopgap(key));
        }
        return Optional.of(KeyOf.create(kind, arguments));
    }

    private Optional<Object> keyed(KeyOf key, Node node, List<String> path) {
        var value = value(key.type(), node, path);
        if (value.isPresent()
                && value.get() instanceof Integer number
                && number < key.key().least()) {
            return wrong(node, path, "expected at least " + key.key().least());
        }
        var none = value.equals(Optional.of(List.of())) || value.equals(Optional.of(Map.of()));
        if (none && key.required() && places.sound(path)) {
            return wrong(node, path, "expected at least one");
        }
        return value;
    }

    private Optional<Object> absent(KeyOf key, Mapping mapping, List<String> path) {
        if (key.required()) {
            if (places.sound(path)) {
                places.breaks(path);
                problems.accept(mapping.place()
                        .problem(
                                "missing key '" + key.name() + "': " + key.key().says()));
            }
            return Optional.empty();
        }
        return key.key().otherwise().equals("none")
                ? Optional.of(Optional.empty())
                : quietly(key.type(), key.key().otherwise());
    }

    /** A value for a key that could not be read: the one that its own example shows. */
    private static Object stopgap(KeyOf key) {
        return quietly(key.type(), key.key().example()).orElseThrow();
    }

    private static Optional<Object> quietly(Type type, String yaml) {
        var node = YamlText.read("", yaml, problem -> {}).orElseThrow();
        return new Binder(new Places(node.place()), problem -> {}).value(type, node, List.of());
    }

    private Optional<Object> wrong(Node node, List<String> path, String said) {
        var name = path.stream().filter(part -> !part.matches("[0-9]+")).reduce("", (before, part) -> part);
        var what = name.isEmpty() ? "" : "invalid '" + name + "': ";
        return tell(node, path, what + "found " + node.found() + ", " + said);
    }

    private Optional<Object> tell(Node node, List<String> path, String text) {
        places.breaks(path);
        problems.accept(node.place().problem(text));
        return Optional.empty();
    }
}
