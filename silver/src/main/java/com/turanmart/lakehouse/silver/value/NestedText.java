package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.silver.value.JsonText.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts inside a text of JSON, as a column of their own would hold them. */
public final class NestedText {
    private NestedText() {}

    /** The text at a path of field names; an empty list when what stands around it is no object, null when nothing is there. */
    public static @Nullable List<String> field(String text, List<String> path) {
        var json = JsonText.parse(text);
        for (var name : path) {
            if (json.isEmpty()) {
                return List.of();
            }
            var around = json.get();
            if (around.kind() != Kind.OBJECT) {
                return around.kind() == Kind.NOTHING ? null : List.of();
            }
            if (!around.fields().containsKey(name)) {
                return null;
            }
            json = Optional.ofNullable(around.fields().get(name));
        }
        return json.flatMap(JsonText::sent).map(List::of).orElse(null);
    }

    /** The elements of a list, JSON's null as null; empty when the text is no list. */
    public static Optional<List<@Nullable String>> elements(String text) {
        return JsonText.parse(text).filter(json -> json.kind() == Kind.LIST).map(list -> {
            var elements = new ArrayList<@Nullable String>();
            list.items().forEach(item -> elements.add(item.sent().orElse(null)));
            return elements;
        });
    }
}
