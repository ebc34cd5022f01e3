package com.turanmart.lakehouse.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.turanmart.lakehouse.core.conf.Node.Mapping;
import com.turanmart.lakehouse.core.reference.Reference;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Path CONF = Path.of("..", "conf");

    @Test
    void isUpToDateInTheRepository() {
        assertThat(Reference.files())
                .hasSize(6)
                .allSatisfy((name, text) -> assertThat(CONF.resolve(name))
                        .as("conf/%s: run 'lakehouse schema --write conf'", name)
                        .hasContent(text));
    }

    @Test
    void everyPartOfThePageCanBeUsedAsItStands() {
        var problems = new ArrayList<Problem>();
        var page = YamlText.read("reference.yaml", page(), problems::add).orElseThrow();

        for (var part : ((Mapping) page).entries()) {
            Binder.bind(Reference.kinds().get(part.key().text()), "part", part.value(), problems::add);
        }

        assertThat(problems).isEmpty();
        assertThat(((Mapping) page).entries()).hasSize(5);
    }

    @Test
    void thePageShowsEveryKeyWithItsSentence() {
        assertThat(keys())
                .hasSizeGreaterThan(40)
                .allSatisfy(key -> assertThat(page())
                        .contains(" " + key.name() + ":")
                        .contains(key.key().says()));
    }

    @Test
    void theSchemasKnowEveryKey() throws Exception {
        var known = new TreeSet<String>();
        for (var file : Reference.files().entrySet()) {
            if (file.getKey().endsWith(".json")) {
                properties(new ObjectMapper().readTree(file.getValue()), known);
            }
        }

        var expected = new TreeSet<>(Set.of("kind", "mode"));
        keys().forEach(key -> expected.add(key.name()));
        assertThat(known).isEqualTo(expected);
    }

    private static void properties(JsonNode schema, Set<String> names) {
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        schema.forEach(part -> properties(part, names));
    }

    private static String page() {
        return Reference.files().getOrDefault("reference.yaml", "");
    }

    private static List<KeyOf> keys() {
        List<KeyOf> keys = new ArrayList<>();
        Reference.kinds().values().forEach(kind -> collect(kind, keys));
        return keys;
    }

    private static void collect(Type type, List<KeyOf> keys) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, keys));
        } else if (type instanceof Class<?> kind && kind.isSealed() && kind.isInterface()) {
            KeyOf.kinds(kind).values().forEach(choice -> collect(choice, keys));
        } else if (type instanceof Class<?> kind && !KeyOf.isScalar(kind)) {
            KeyOf.all(kind).forEach(key -> {
                keys.add(key);
                collect(key.type(), keys);
            });
        }
    }
}
