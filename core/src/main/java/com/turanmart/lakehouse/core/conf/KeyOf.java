package com.turanmart.lakehouse.core.conf;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One key of a record: the word in the file, what it takes and what is said about it. */
public record KeyOf(String name, Type type, Key key) {
    private static final String KIND = "kind";

    /** The keys of a record, in its order. */
    public static List<KeyOf> all(Class<?> kind) {
        return Arrays.stream(kind.getRecordComponents()).map(KeyOf::of).toList();
    }

    /** How the name of a record component or of a kind is written in files: {@code deleteWhen} is delete_when. */
    public static String word(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** The records of a sealed type, by the word that chooses them. */
    public static Map<String, Class<?>> kinds(Class<?> sealed) {
        Map<String, Class<?>> kinds = new LinkedHashMap<>();
        for (var kind : sealed.getPermittedSubclasses()) {
            kinds.put(word(kind.getSimpleName()), kind);
        }
        return kinds;
    }

    /** The key that names the kind of a sealed type. */
    public static String kindKey(Class<?> sealed) {
        var choice = sealed.getAnnotation(Choice.class);
        return choice == null ? KIND : choice.key();
    }

    /** The kind of a sealed type that is meant when none is named. */
    public static Optional<String> impliedKind(Class<?> sealed) {
        return Optional.ofNullable(sealed.getAnnotation(Choice.class)).map(Choice::otherwise);
    }

    /** Whether values of a type are written as one word or text. */
    public static boolean isScalar(Class<?> type) {
        return ScalarText.takes(type);
    }

    /** The words of an enum, as they are written in files. */
    public static List<String> words(Class<?> type) {
        return ScalarText.words(type);
    }

    static Object create(Class<?> kind, Object... arguments) {
        try {
            var types = Arrays.stream(kind.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return kind.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + kind, e);
        }
    }

    public boolean required() {
        return key.otherwise().equals(Key.REQUIRED);
    }

    private static KeyOf of(RecordComponent component) {
        var key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException(component + " has no @Key");
        }
        return new KeyOf(word(component.getName()), component.getGenericType(), key);
    }
}
