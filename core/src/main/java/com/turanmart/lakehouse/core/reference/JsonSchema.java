package com.turanmart.lakehouse.core.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.turanmart.lakehouse.core.conf.KeyOf;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an editor needs to complete and check one kind of file while it is written. */
final class JsonSchema {
    /** @param implied whether this kind is meant when the key is absent */
    private record Kind(String key, String name, boolean implied) {}

    private JsonSchema() {}

    static String text(String name, Class<?> kind) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", name);
        schema.putAll(record(kind, Optional.empty()));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> record(Class<?> kind, Optional<Kind> choice) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        choice.ifPresent(word -> {
            properties.put(word.key, Map.of("const", word.name));
            if (!word.implied) {
                required.add(word.key);
            }
        });
        for (var key : KeyOf.all(kind)) {
            properties.put(key.name(), key(key));
            if (key.required()) {
                required.add(key.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> key(KeyOf key) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", Words.about(key) + " Example: " + key.key().example());
        schema.putAll(type(key.type()));
        if (key.type() == int.class) {
            schema.put("minimum", key.key().least());
            if (!key.required()) {
                schema.put("default", Integer.valueOf(key.key().otherwise()));
            }
        }
        if (key.type() == boolean.class && !key.required()) {
            schema.put("default", Boolean.valueOf(key.key().otherwise()));
        }
        if (key.required() && "array".equals(schema.get("type"))) {
            schema.put("minItems", 1);
        }
        return schema;
    }

    private static Map<String, Object> type(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        var kind = (Class<?>) type;
        if (kind == int.class) {
            return Map.of("type", "integer");
        }
        if (kind == boolean.class) {
            return Map.of("type", "boolean");
        }
        if (kind.isEnum()) {
            return Map.of("enum", KeyOf.words(kind));
        }
        if (kind.isSealed() && kind.isInterface()) {
            return choice(kind);
        }
        return KeyOf.isScalar(kind) ? Map.of("type", "string") : record(kind, Optional.empty());
    }

    private static Map<String, Object> container(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        Map<String, Object> schema = new LinkedHashMap<>();
        if (type.getRawType() == Optional.class) {
            return type(arguments[0]);
        }
        if (type.getRawType() == List.class) {
            schema.put("type", "array");
            schema.put("items", type(arguments[0]));
            return schema;
        }
        schema.put("type", "object");
        schema.put("additionalProperties", type(arguments[1]));
        if (((Class<?>) arguments[0]).isEnum()) {
            schema.put("propertyNames", type(arguments[0]));
        }
        return schema;
    }

    /** A word alone means the kind with its defaults. */
    private static Map<String, Object> choice(Class<?> sealed) {
        List<Object> ways = new ArrayList<>();
        ways.add(Map.of("enum", List.copyOf(KeyOf.kinds(sealed).keySet())));
        var key = KeyOf.kindKey(sealed);
        var implied = KeyOf.impliedKind(sealed);
        KeyOf.kinds(sealed)
                .forEach((word, kind) ->
                        ways.add(record(kind, Optional.of(new Kind(key, word, implied.equals(Optional.of(word)))))));
        return Map.of("oneOf", ways);
    }
}
