package com.turanmart.lakehouse.core.reference;

import com.turanmart.lakehouse.core.conf.KeyOf;
import com.turanmart.lakehouse.core.conf.Overrides;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every key of every kind of file, with its sentence, its default and an example, as YAML that could be used. */
final class ReferencePage {
    private static final String HEAD = """
            # Every key of every configuration file; written by 'lakehouse schema --write conf', never by hand.
            # A file of env/ holds what stands under 'environment', a file of tables/<layer>/ what stands under its layer.
            # Environment variables that stand for keys of the environment:
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private ReferencePage() {}

    static String text(Map<String, Class<?>> kinds) {
        var reference = new ReferencePage();
        new Overrides().names().forEach(name -> reference.line("#   ", name));
        kinds.forEach((name, kind) -> {
            reference.page.append("\n").append(name).append(":\n");
            reference.record(kind, "  ");
        });
        return reference.page.toString();
    }

    private void record(Class<?> kind, String indent) {
        KeyOf.all(kind).forEach(key -> key(key, indent));
    }

    private void key(KeyOf key, String indent) {
        line(indent, "# " + Words.about(key));
        var type = unwrapped(key.type());
        if (type instanceof Class<?> kind && kind.isSealed() && kind.isInterface()) {
            line(indent, key.name() + ":");
            choice(kind, indent + "  ");
        } else if (type instanceof Class<?> kind && !KeyOf.isScalar(kind)) {
            line(indent, key.name() + ":");
            record(kind, indent + "  ");
        } else if (type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && !KeyOf.isScalar((Class<?>) list.getActualTypeArguments()[0])) {
            line(indent, key.name() + ":");
            line(indent, "  -");
            record((Class<?>) list.getActualTypeArguments()[0], indent + "    ");
        } else {
            line(indent, key.name() + ": " + key.key().example());
            if (type instanceof ParameterizedType map
                    && map.getRawType() == Map.class
                    && !KeyOf.isScalar((Class<?>) map.getActualTypeArguments()[1])) {
                record((Class<?>) map.getActualTypeArguments()[1], indent + "  # ");
            }
        }
    }

    /** The kind that has most keys is shown in use, the others as comments. */
    private void choice(Class<?> sealed, String indent) {
        var kinds = KeyOf.kinds(sealed);
        var word = KeyOf.kindKey(sealed);
        var shown = kinds.entrySet().stream()
                .max(Comparator.comparingInt(kind -> KeyOf.all(kind.getValue()).size()))
                .orElseThrow();
        line(
                indent,
                "# One of " + String.join(", ", kinds.keySet()) + "; a kind that needs no other key can stand alone."
                        + KeyOf.impliedKind(sealed)
                                .map(kind -> " Default: " + kind + ".")
                                .orElse(""));
        line(indent, word + ": " + shown.getKey());
        record(shown.getValue(), indent);
        kinds.forEach((name, kind) -> {
            if (kind != shown.getValue() && !KeyOf.all(kind).isEmpty()) {
                line(indent, "# " + word + ": " + name);
                record(kind, indent + "# ");
            }
        });
    }

    private void line(String indent, String text) {
        page.append(indent).append(text).append("\n");
    }

    private static Type unwrapped(Type type) {
        return Optional.of(type)
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(generic -> generic.getRawType() == Optional.class)
                .map(generic -> generic.getActualTypeArguments()[0])
                .orElse(type);
    }
}
